import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HistoryRow } from '../../server/store/port.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { isStep, LIFECYCLE, mayStep, STEPS, type Step } from '../../shared/station/lifecycle.ts';
import { PUBLISHED, STATUSES, type StationId, type Status } from '../../shared/station/station.ts';
import { STATUS } from '../../shared/wire/problem.ts';
import { openTestServer } from '../fixtures/make/server.ts';
import type { Clerk } from '../fixtures/make/signed.ts';
import { clerkAt } from '../fixtures/make/signed.ts';
import { type Desk, newFacts, openDesk, opened, rollId, take, told } from '../server/desk/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.close());

describe('law 5 at the desk: a command asked again with its id', () => {
  test('gives the same receipt and does nothing more, also when the step could not be taken twice', async () => {
    const station = rollId();
    const bodies = [
      [desk.wang, { kind: 'draft', facts: newFacts() }],
      [desk.wang, { kind: 'submit', duplicateAnswer: '不是同一个门' }],
      [desk.li, { kind: 'approve' }],
      [desk.li, { kind: 'accept', checklist: [] }],
      [desk.wang, { kind: 'revise', patch: { name: '等人批' }, basedOn: 4, reason: null }],
      [desk.wang, { kind: 'propose-exit', reasonCode: 'LOW_USE', reason: '没人来', evidence: '记录' }],
    ] as const;
    for (const [who, command] of bodies) {
      const body = { id: rollId(), station, seen: null, command };
      const first = await told(who.post('/api/v1/commands', body));
      const { seq } = await desk.server.store.counter();
      desk.server.clock.now = (desk.server.clock.now + 86_400_000) as never;
      expect(first.status).toBe(200);
      expect(await told(who.post('/api/v1/commands', body))).toEqual(first);
      expect((await desk.server.store.counter()).seq).toBe(seq);
    }
  });

  test('gives it after a restart too, and to nobody else, nor for anything else', async () => {
    const { server } = await openDesk();
    const options = { union: '410102', functions: ['officer'] } as const;
    const wang = clerkAt(server.app, options, { id: 'wang-of-restart' });
    const body = { id: rollId(), station: rollId(), seen: null, command: { kind: 'draft', facts: newFacts() } };
    const first = await told(wang.post('/api/v1/commands', body));
    await server.stop();
    const later = await openTestServer({ folder: server.folder });
    const again = clerkAt(later.app, options, { id: 'wang-of-restart' });
    expect(await told(again.post('/api/v1/commands', body))).toEqual(first);
    const { seq } = await later.store.counter();
    const other = { ...body, command: { kind: 'draft', facts: newFacts({ name: '别的' }) } };
    const zhao = clerkAt(later.app, options);
    for (const refused of [
      await told(again.post('/api/v1/commands', other)),
      await told(zhao.post('/api/v1/commands', body)),
    ]) {
      expect([refused.status, refused.refused]).toEqual([409, 'receipt-conflict']);
    }
    expect((await later.store.counter()).seq).toBe(seq);
    await later.close();
  });
});

describe('law 6 at the desk: a code', () => {
  test('is given at each acceptance and each far move, never twice, and comes back with a reinstated station', async () => {
    const codes: string[] = [];
    for (let n = 0; n < 12; n++) {
      const id = await opened(desk, { point: gcj02(113.4 + n / 100, 34.6) });
      codes.push((await desk.station(id)).code ?? '');
      const newStation = rollId();
      const place = {
        point: gcj02(113.4 + n / 100, 34.65),
        region: '410102',
        town: null,
        address: '新地址',
        entrance: null,
      };
      await take(desk, id, [[desk.wang, { kind: 'relocate', newStation, ...place, reason: '搬了' }]]);
      codes.push((await desk.station(newStation)).code ?? '');
    }
    expect(new Set(codes).size).toBe(24);
    expect(codes).not.toContain('');
  });
});

/** Written by hand from the rules: who took one of the steps on the right last may not take the one on the left. */
const NOT_BY: { readonly [step: string]: readonly Step[] } = {
  approve: ['draft', 'submit'],
  accept: ['draft', 'submit'],
  return: ['draft', 'submit'],
  'reject-exit': ['propose-exit'],
  'open-notice': ['propose-exit'],
  'dismiss-objection': ['propose-exit'],
  retire: ['propose-exit'],
  reinstate: ['retire', 'end-term'],
};

const REASON = { reason: '写明原因' };
/** A body of every step that is well-formed, so that only rules can refuse it. */
function commandOf(step: Step, rev: number, turn: number): object | null {
  const bodies: { readonly [S in Step]: object | null } = {
    draft: { facts: newFacts({ name: `第 ${turn} 稿` }) },
    submit: { duplicateAnswer: '不是同一个门' },
    withdraw: {},
    import: null,
    'accept-flagged': REASON,
    return: REASON,
    approve: {},
    accept: { checklist: [] },
    abandon: REASON,
    revise: { patch: turn % 2 ? { name: `${turn} 号站` } : { entrance: `${turn} 号门` }, basedOn: rev, reason: null },
    confirm: { verified: 'on-site' },
    relocate: {
      newStation: rollId(),
      point: gcj02(113.664412, 34.757),
      region: '410102',
      town: null,
      address: '大学路 1 号',
      entrance: null,
      ...REASON,
    },
    suspend: { ...REASON, until: null },
    resume: {},
    rectify: { ...REASON, deadline: null },
    'pass-recheck': { evidence: '照片' },
    'propose-exit': { ...REASON, reasonCode: 'LOW_USE', evidence: '记录' },
    'reject-exit': REASON,
    'open-notice': {},
    'withdraw-notice': REASON,
    'record-objection': REASON,
    'uphold-objection': { ...REASON, restoresTo: turn % 2 ? 'active' : 'rectifying', deadline: null },
    'dismiss-objection': REASON,
    retire: {},
    merge: null,
    reinstate: { ...REASON, document: '文件' },
    'end-term': {},
  };
  const body = bodies[step];
  return body === null ? null : { kind: step, ...body };
}

type Move = { readonly who: number; readonly pick: number; readonly wild: boolean; readonly days: number };
const move: fc.Arbitrary<Move> = fc.record({
  who: fc.nat(7),
  pick: fc.nat(1000),
  wild: fc.nat(5).map((n) => n === 0),
  days: fc.constantFrom(0, 0, 0, 9),
});

function people(): readonly Clerk[] {
  const { wang, zhao, li, qian, stranger } = desk;
  const both = desk.clerk('410100', ['officer', 'approver']);
  return [wang, zhao, li, qian, both, both, stranger, desk.clerk('410102', ['auditor'])];
}

/** Which of the table's statuses a row led from and to. */
function* stepsOf(rows: readonly HistoryRow[]): Generator<{ row: HistoryRow; from: Status | 'none'; to: Status }> {
  let from: Status | 'none' = 'none';
  for (const row of rows) {
    const to: Status | undefined = STATUSES.find((status) => status === (row.after.status ?? from));
    if (to === undefined) throw new Error(`row ${row.seq} leads nowhere`);
    yield { row, from, to };
    from = to;
  }
}

const taken = new Set<string>();
const refusedWith = new Set<string>();
/** What a button said, and how the step it offers was refused. */
const buttons: [step: string, isOn: boolean, refused: string | null][] = [];

const recordOf = async (id: string) => (await desk.server.store.stationsById([id as StationId]))[0] ?? null;

/** What the screen of a station says of a step: null where the asker is shown no such station. */
async function buttonFor(asker: Clerk, id: string, step: Step): Promise<boolean | null> {
  const file = await told(asker.get(`/api/v1/desk/stations/${id}`));
  if (file.status !== 200) return null;
  const steps: readonly { step: string; allowed: boolean }[] = file.body.steps;
  return steps.find((each) => each.step === step)?.allowed ?? false;
}

/** Somebody asks for something; whatever comes of it, it is by the rules. */
async function moveOn(id: string, crowd: readonly Clerk[], { who, pick, wild, days, turn }: Move & { turn: number }) {
  desk.pass(days);
  const before = await recordOf(id);
  const status = before?.status ?? 'none';
  const allowed = STEPS.filter((step) => mayStep(status, step) && commandOf(step, 0, 0) !== null);
  const from = wild || allowed.length === 0 ? STEPS : allowed;
  const step = from[pick % from.length] ?? 'draft';
  const command = commandOf(step, before?.rev ?? 0, turn);
  const asker = crowd[who];
  if (command === null || asker === undefined) return;
  const button = await buttonFor(asker, id, step);
  const { seq } = await desk.server.store.counter();
  const body = { id: rollId(), station: id, seen: before?.rev ?? null, command };
  const answer = await told(asker.post('/api/v1/commands', body));
  const after = await recordOf(id);
  if (button !== null) buttons.push([`${step} from ${status}`, button, answer.refused]);
  if (answer.refused === null) {
    taken.add(step);
    expect(mayStep(status, step), `${step} from ${status}`).toBe(true);
    if (after && PUBLISHED.includes(after.status)) expect(after.code).not.toBeNull();
    return;
  }
  refusedWith.add(answer.refused);
  expect(KINDS).toContainEqual([answer.refused, answer.status]);
  expect(answer.status).toBeLessThan(500);
  expect(answer.body.detail).toMatch(/\p{Script=Han}.*。$/u);
  expect((await desk.server.store.counter()).seq).toBe(seq);
  expect(after).toEqual(before);
}

const KINDS = Object.entries(STATUS);
/** Faults of what was asked with it, or of what a colleague did; no button knows them. */
const BESIDE = ['revision-waiting'];

describe('random commands of random people', () => {
  const walk = fc.array(move, { minLength: 40, maxLength: 60, size: 'max' });

  test('never lead out of the table, never publish without a code, and leave nothing behind when refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), walk, async (isOpen, moves) => {
        const id = isOpen ? await opened(desk) : rollId();
        const crowd = people();
        for (const [turn, next] of moves.entries()) await moveOn(id, crowd, { ...next, turn });
        judge(await desk.server.store.historyOf(id));
      }),
      { numRuns: 10 },
    );
    expect((await desk.server.store.verifyHistory()).brokenAt).toBeNull();
    expect(taken.size).toBeGreaterThan(13);
    for (const kind of ['four-eyes', 'not-permitted', 'step-not-allowed']) expect(refusedWith).toContain(kind);
  }, 120_000);

  test('were offered by the buttons exactly where they could be taken', () => {
    expect(buttons.length).toBeGreaterThan(150);
    expect(new Set(buttons.map(([, isOn]) => isOn)).size).toBe(2);
    const wrong = buttons.filter(([, isOn, refused]) => isOn === (refused !== null) && !BESIDE.includes(refused ?? ''));
    expect(wrong).toEqual([]);
  });
});

/** Every row of the history, by the table and by four eyes, with rules of the test's own. */
function judge(rows: readonly HistoryRow[]): void {
  const last = new Map<string, string>();
  const authors = new Set<string>();
  for (const { row, from, to } of stepsOf(rows)) {
    const { step, actor } = row;
    if (!isStep(step)) throw new Error(step);
    expect(LIFECYCLE[step].from).toContain(from);
    const named = LIFECYCLE[step].to;
    expect(named.includes(to) || named.includes('back') || (named.includes('same') && to === from)).toBe(true);
    for (const other of NOT_BY[step] ?? []) expect(last.get(other), `${step} by who did ${other}`).not.toBe(actor);
    if (['approve', 'accept', 'return'].includes(step)) expect(authors.has(actor)).toBe(false);
    if (step === 'draft') authors.add(actor);
    last.set(step, actor);
  }
}
