import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCode, type StationCode } from '../../shared/station/code.ts';
import type { Draft } from '../../web/sync/reports-state.ts';
import { REGIONS } from '../contract/world.ts';
import { openTestServer, type TestServer } from '../fixtures/make/server.ts';
import { type Handset, newHandset, openTab, pass, still, type Tab } from '../fixtures/web/reporter.ts';
import { cut, problem, signIn } from '../fixtures/web/server.ts';
import { region, sampleStation, stationId, union } from '../shared/station/sample.ts';

/** The real server, kept for all runs as in life; it is stopped and started anew in the middle of stories. */
let server: TestServer;
let code: StationCode;
const NOBODY = parseCode('410102100003791');
beforeAll(async () => {
  const home = { region: region('410105'), union: union('410105') };
  const station = { ...sampleStation(home), id: stationId(1), code: null, rev: 1 };
  server = await openTestServer({ regions: REGIONS, stations: [station] });
  const [stored] = await server.store.stationsById([station.id]);
  if (stored?.code == null) throw new Error('no station');
  code = stored.code;
});
afterAll(() => server.close());

async function restart(): Promise<void> {
  const { folder, clock } = server;
  await server.stop();
  server = await openTestServer({ folder, now: clock.now, regions: REGIONS });
}

/** What may happen between a phone and the server, one for each thing asked. */
const FAULTS = [
  'none',
  'gone',
  'lost',
  'captive',
  'down',
  'down-500',
  'cut',
  'cut-silent',
  'other-id',
  'other-no',
  'never',
] as const;
type Fault = (typeof FAULTS)[number];

async function line(fault: Fault, path: string, init: RequestInit): Promise<Response | 'never'> {
  const reach = async () => server.app.request(path, init);
  switch (fault) {
    case 'none':
      return reach();
    case 'gone':
      throw new TypeError('no net');
    case 'lost':
      await reach();
      throw new TypeError('the line closed');
    case 'captive':
      return signIn();
    case 'down':
      return problem(503, { 'retry-after': '5' });
    case 'down-500':
      return problem(500);
    case 'cut':
      return cut(await reach(), true);
    case 'cut-silent':
      return cut(await reach(), false);
    case 'other-id':
      return Response.json({
        id: '0'.repeat(32),
        lookup: '000000000000',
        at: '2026-11-26T14:20:00+08:00',
        state: 'received',
      });
    case 'other-no':
      return new Response('{"kind":"internal","detail":"不行。","status":400}', {
        status: 400,
        headers: { 'content-type': 'application/problem+json' },
      });
    case 'never':
      await reach();
      return 'never';
  }
}

type Act =
  | { readonly kind: 'say'; readonly tab: number; readonly known: boolean; readonly words: number }
  | { readonly kind: 'pass'; readonly tab: number; readonly seconds: number }
  | { readonly kind: 'finish' | 'take-back'; readonly tab: number; readonly which: number }
  | { readonly kind: 'kill'; readonly tab: number }
  | { readonly kind: 'restart' };

const tab = fc.nat(1);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('say' as const), tab, known: fc.boolean(), words: fc.nat(2) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('pass' as const), tab, seconds: fc.constantFrom(1, 7, 400) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('finish' as const, 'take-back' as const), tab, which: fc.nat(5) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill' as const), tab }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
);
const story = fc.record({
  acts: fc.array(act, { minLength: 3, maxLength: 18 }),
  faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 25 }),
  isLocking: fc.boolean(),
});

const said = (known: boolean, words: number): Draft => ({
  kind: 'door-shut',
  station: known || !NOBODY.ok ? code : NOBODY.value,
  amenity: null,
  text: words === 0 ? null : `第 ${words} 种说法`,
  photo: null,
  title: '驿站',
});

/** id → whether its station is known, and the words it must be kept with. */
type Said = Map<string, { readonly known: boolean; text: string | null }>;

type Scene = {
  readonly handset: Handset;
  readonly tabs: Tab[];
  readonly all: Said;
  /** When an answer never came. */
  readonly hangs: Promise<void>;
};

async function take(one: Act, scene: Scene): Promise<void> {
  const { handset, tabs, all } = scene;
  if (one.kind === 'restart') return restart();
  const here = tabs[one.tab];
  if (here === undefined) throw new Error('no tab');
  if (one.kind === 'kill') {
    here.kill();
    tabs[one.tab] = await openTab(handset);
  } else if (one.kind === 'say') {
    const draft = said(one.known, one.words);
    all.set(await here.reports.say(draft), { known: one.known, text: draft.text });
  } else if (one.kind === 'pass') {
    // An answer that never comes leaves its tab waiting, and whoever wants its lock; the story goes on.
    await Promise.race([pass(handset, here, one.seconds * 1000), scene.hangs]);
  } else {
    const id = [...all.keys()][one.which];
    const entry = id === undefined ? undefined : all.get(id);
    if (id === undefined || entry === undefined) return;
    if (one.kind === 'take-back') {
      if (await here.reports.takeBack(id)) all.delete(id);
    } else if (await here.reports.finish(id, { amenity: null, text: '补了一句', photo: null })) entry.text = '补了一句';
  }
}

async function settle(handset: Handset): Promise<Tab> {
  const last = await openTab(handset);
  for (let n = 0; n < 3; n++) await pass(handset, last, 11 * 60_000);
  return last;
}

let run = 0;

describe('law 4: a report once saved', () => {
  test('is received exactly once in effect, or shown as refused, whatever happens on its way', async () => {
    let [sent, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(story, async ({ acts, faults, isLocking }) => {
        const left = [...faults];
        let hang: () => void = () => undefined;
        const hangs = new Promise<void>((done) => {
          hang = done;
        });
        const handset = newHandset({
          factory: new IDBFactory(),
          isLocking,
          fetch: async (url, init) => {
            const answer = await line(left.shift() ?? 'none', new URL(url).pathname, init);
            if (answer !== 'never') return answer;
            hang();
            return new Promise<never>(() => undefined);
          },
        });
        run += 1;
        const first = run * 1000;
        handset.ids = first;
        const scene = {
          handset,
          tabs: [await openTab(handset), await openTab(handset)],
          all: new Map() as Said,
          hangs,
        };
        for (const one of acts) await take(one, scene);
        left.length = 0;
        for (const each of scene.tabs) each.kill();
        const last = await settle(handset);
        const { items, isKept } = await still(last);
        expect(isKept).toBe(true);
        expect(items.map(({ id }) => id).sort()).toEqual([...scene.all.keys()].sort());
        const kept = await server.store.reports({ states: ['received', 'queued'], limit: 100_000 });
        const mine = kept.filter(
          ({ id }) => Number.parseInt(id.slice(2), 16) > first && Number.parseInt(id.slice(2), 16) <= handset.ids,
        );
        expect(mine.map(({ id }) => id as string).sort()).toEqual(
          [...scene.all].flatMap(([id, { known }]) => (known ? [id] : [])).sort(),
        );
        for (const { id, stage } of items) {
          const report = mine.find((one) => one.id === id);
          if (report === undefined) {
            expect(stage).toMatchObject({
              kind: 'refused',
              why: 'station-unknown',
              sentence: expect.stringMatching(/。$/),
            });
            refused += 1;
          } else {
            expect(stage).toMatchObject({ kind: 'sent', lookup: report.lookup });
            expect(report.text).toBe(scene.all.get(id)?.text);
            sent += 1;
          }
        }
        last.kill();
      }),
      { numRuns: 100 },
    );
    expect(Math.min(sent, refused)).toBeGreaterThan(50);
  }, 120_000);
});
