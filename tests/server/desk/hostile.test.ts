import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STATUS } from '../../../shared/wire/problem.ts';
import type { Clerk } from '../../fixtures/make/signed.ts';
import { type Desk, newFacts, openDesk, opened, rollId } from './desk.ts';

let desk: Desk;
let station: string;
beforeAll(async () => {
  desk = await openDesk();
  station = await opened(desk);
});
afterAll(() => desk.server.close());

/** What breaks parsers, databases and chains of macs, beside whatever the generator finds. */
const NASTY = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '\u202e反',
  "'; drop table station; --",
  '<script>alert(1)</script>',
  '=cmd|calc!A1',
  '../../etc/passwd',
  '%00%2e%2e',
  '🚰'.repeat(300),
  '长'.repeat(5000),
  '\r\n\tx',
  '__proto__',
  'constructor',
  'null',
  '１２３',
  '\ufeff',
  '0'.repeat(32),
  'f'.repeat(31),
];
const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 80 }));
const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom(null, true, [], {}, -1, 1e308, -0, 2 ** 53, 0.1, [[]], { __proto__: null }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A well-formed body with some of its places taken by something else. */
type Hit = { readonly at: number; readonly with: unknown; readonly drop: boolean };
const hits = fc.array(fc.record({ at: fc.nat(200), with: value, drop: fc.nat(6).map((n) => n === 0) }), {
  minLength: 1,
  maxLength: 3,
});

type Json = { [name: string]: unknown } | unknown[];
const isNested = (found: unknown): found is Json => typeof found === 'object' && found !== null;

/** Every place in a body: the thing it is in, and its name there. */
function placesOf(body: Json): { readonly inside: Json; readonly name: string }[] {
  return Object.entries(body).flatMap(([name, found]) => [
    { inside: body, name },
    ...(isNested(found) ? placesOf(found) : []),
  ]);
}

function struck(body: Json, blows: readonly Hit[]): Json {
  const copy: Json = JSON.parse(JSON.stringify(body));
  for (const { at, with: what, drop } of blows) {
    const places = placesOf(copy);
    const place = places[at % places.length];
    if (place === undefined) continue;
    if (drop) Reflect.deleteProperty(place.inside, place.name);
    else Reflect.set(place.inside, place.name, JSON.parse(JSON.stringify(what ?? null)));
  }
  return copy;
}

const KINDS = Object.entries(STATUS);
const statuses = new Map<number, number>();
let asked = 0;

/** One hostile request: whatever it is, it is answered by name or done whole. */
async function strike(path: string, body: unknown, who: Clerk = desk.wang): Promise<void> {
  asked += 1;
  const { seq } = await desk.server.store.counter();
  const answer = await who.post(path, body);
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  const said = await answer.json();
  const context = `${path} ${JSON.stringify(body).slice(0, 400)} → ${JSON.stringify(said).slice(0, 300)}`;
  expect(answer.status, context).toBeLessThan(500);
  const after = (await desk.server.store.counter()).seq;
  if (answer.ok) return;
  expect(KINDS, context).toContainEqual([said.kind, answer.status]);
  expect(said.detail, context).toMatch(/\p{Script=Han}[\s\S]*。$/u);
  expect(said.detail, context).not.toMatch(/undefined|NaN|\[object/);
  // A body that is no object has no field to name, and what a stranger adds to one has no name of ours.
  const isOurs = typeof said.field === 'string' && said.field !== '' && said.data.expected !== 'never';
  if (isOurs) expect(said.detail, context).not.toContain('这一项');
  expect(after, context).toBe(seq);
}

const commands = (): readonly Json[] => [
  { kind: 'draft', facts: newFacts() as never },
  { kind: 'revise', patch: { ...newFacts() } as never, basedOn: 4, reason: '看看' },
  { kind: 'submit', duplicateAnswer: '不是' },
  { kind: 'accept', checklist: [{ item: '有标牌', met: true }] },
  { kind: 'suspend', reason: '停水', until: '2026-12-01' },
  {
    kind: 'relocate',
    newStation: rollId(),
    point: { lng: 113.6, lat: 34.7 },
    region: '410102',
    town: null,
    address: '路',
    entrance: null,
    reason: '搬',
  },
  { kind: 'propose-exit', reasonCode: 'OTHER', reason: '不用了', evidence: '记录' },
  { kind: 'merge', successor: '410102100003791', reason: '同一个' },
  { kind: 'uphold-objection', restoresTo: 'active', reason: '成立', deadline: null },
  { kind: 'reinstate', reason: '弄错', document: '文' },
];

const contact = (): Json => ({
  id: rollId(),
  station,
  contact: rollId(),
  role: 'keeper',
  name: '王',
  mobile: '13800000000',
  purpose: '开门',
  consentOn: '2026-11-01',
  consent: true,
});

describe('hostile input', () => {
  test('to commands is refused by name, a field in Chinese, and leaves nothing half written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(9), hits, fc.boolean(), async (pick, blows, isNew) => {
        const command = commands()[pick] ?? {};
        const body = { id: rollId(), station: isNew ? rollId() : station, seen: null, command };
        await strike('/api/v1/commands', struck(body, blows), pick > 5 ? desk.li : desk.wang);
      }),
      { numRuns: 450 },
    );
    expect(statuses.get(400) ?? 0).toBeGreaterThan(100);
    expect(statuses.get(200) ?? 0).toBeGreaterThan(0);
  }, 60_000);

  test('to contacts, revisions, tasks, twins and coordinates neither', async () => {
    const paths = fc.oneof(text, fc.constantFrom('0'.repeat(32), station));
    await fc.assert(
      fc.asyncProperty(paths, hits, async (place, blows) => {
        const inPath = encodeURIComponent(/\p{Cs}/u.test(place) ? 'x' : place) || 'x';
        await strike('/api/v1/desk/contacts', struck(contact(), blows));
        await strike(`/api/v1/desk/contacts/${inPath}/reveal`, struck({ id: rollId(), purpose: '看' }, blows));
        await strike(`/api/v1/desk/revisions/${inPath}`, struck({ id: rollId(), act: 'return', reason: '不' }, blows));
        await strike(`/api/v1/desk/tasks/${inPath}`, struck({ id: rollId(), evidence: '办了' }, blows));
        await strike('/api/v1/desk/locate', struck({ lng: 113.6, lat: 34.7, datum: 'bd09' }, blows));
        const twin = { point: { lng: 113.6, lat: 34.7 }, name: '站', hostName: null, station: null };
        await strike('/api/v1/desk/similar', struck(twin, blows));
        const read = await desk.wang.get(`/api/v1/desk/stations/${inPath}`);
        expect([200, 400, 404]).toContain(read.status);
      }),
      { numRuns: 60 },
    );
    expect(asked).toBeGreaterThan(500);
  }, 60_000);

  test('that is no JSON of ours, too deep, too long or of another type is refused before anything looks at it', async () => {
    const send = (body: string, type = 'application/json') =>
      desk.server.app.request('/api/v1/commands', {
        method: 'POST',
        body,
        headers: { cookie: desk.wang.cookie, 'content-type': type },
      });
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const nested = `{"id":"${rollId()}","station":"${station}","command":{"kind":"draft","facts":${deep}}}`;
    const answers: [string, Promise<Response> | Response][] = [
      ['body-not-json', send('{')],
      ['body-not-json', send('{}', 'text/plain')],
      ['body-too-large', send(`"${'x'.repeat(500_000)}"`)],
    ];
    for (const [kind, answer] of answers) expect((await (await answer).json()).kind).toBe(kind);
    for (const body of [deep, nested, 'null', '[]', '0', '"x"', '1e999']) {
      const { status } = await send(body);
      expect(status, body.slice(0, 40)).toBe(400);
    }
  });

  test('that was taken all the same is kept as text that both databases and the chain of macs give back unchanged', async () => {
    for (const said of NASTY) {
      const facts = newFacts({ name: said, address: said, publicPhone: said, aliases: [] });
      const id = rollId();
      const answer = await desk.step(desk.wang, id, { kind: 'draft', facts });
      if (answer.status !== 200) continue;
      const { name } = await desk.station(id);
      expect(name).not.toMatch(/\p{Cs}|(?!\n)\p{Cc}/u);
      await desk.step(desk.wang, id, { kind: 'submit', duplicateAnswer: said });
    }
    expect((await desk.server.store.verifyHistory()).brokenAt).toBeNull();
  });
});
