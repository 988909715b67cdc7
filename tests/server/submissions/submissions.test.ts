import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import { at, openTestServer, registering, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { date, sampleStation, stationId } from '../../shared/station/sample.ts';

type Whole = RouteReply<'submission'>;
type Board = RouteReply<'submissions'>;
type Work = RouteReply<'work'>;

const NOVEMBER = '410102/2026-11';
const DECEMBER = '410102/2026-12';

let server: TestServer;
let officer: Clerk;
let approver: Clerk;
let ids = 0;
const nextId = () => (++ids).toString(16).padStart(32, 'd');

const station = (n: number) =>
  sampleStation({
    id: stationId(0x5000 + n),
    code: null,
    rev: 1,
    name: `上报站${n}`,
    point: gcj02(113.613 - n / 500, 34.748),
  });

beforeAll(async () => {
  server = await openTestServer({ stations: [station(1), station(2), station(3)] });
  officer = clerkAt(server.app, { union: '410102', functions: ['officer'] });
  approver = clerkAt(server.app, { union: '410100', functions: ['approver'] });
});
afterAll(() => server.close());

async function json<T>(clerk: Clerk, path: string): Promise<T> {
  const response = await clerk.get(path);
  const body = await response.json();
  expect(response.status, `${path}: ${JSON.stringify(body)}`).toBe(200);
  return body;
}
const whole = (clerk: Clerk, which: string) => json<Whole>(clerk, `/api/v1/figures/submissions/${which}`);
const board = (clerk: Clerk, query = '') => json<Board>(clerk, `/api/v1/figures/submissions${query}`);
const total = ({ tables }: Whole, id: string) => {
  for (const { columns, total: figures } of tables) {
    const found = columns.findIndex((column) => column.id === id);
    if (found >= 0) return figures[found];
  }
  throw new Error(id);
};
const notesTo = ({ warnings }: Whole) => warnings.map(({ id }) => ({ warning: id, text: '正在核对' }));
async function take(
  clerk: Clerk,
  which: string,
  { rev, ...act }: { readonly rev: number; readonly step: string; readonly [more: string]: unknown },
) {
  const response = await clerk.post(`/api/v1/figures/submissions/${which}/steps`, { id: nextId(), rev, act });
  return { status: response.status, body: await response.json() };
}
const submit = async (which: string) => {
  const shown = await whole(officer, which);
  return take(officer, which, { rev: shown.rev, step: 'submit', asOf: shown.asOf.seq, notes: notesTo(shown) });
};
const FAULT = { table: 'stock', row: null, text: '少报一个新建的' };

describe('figures handed upward', () => {
  test('wait for the end of their period', async () => {
    const shown = await whole(officer, NOVEMBER);
    expect([shown.state, shown.isOver, shown.may]).toEqual(['open', false, []]);
    const early = await take(officer, NOVEMBER, { rev: 0, step: 'submit', asOf: shown.asOf.seq, notes: [] });
    expect([early.status, early.body.kind]).toEqual([409, 'period-open']);
    expect(early.body.detail).toContain('2026-11-30');
  });

  test('are late after their day, and wait in the queue until then', async () => {
    server.clock.now = at('2026-12-03T09:00:00+08:00');
    const waiting = await json<Work>(officer, '/api/v1/work?kind=submit-figures');
    expect(waiting.piles.map(({ kind, count }) => [kind, count])).toEqual([['submit-figures', 1]]);
    expect((await board(officer)).own.map(({ period, isLate }) => [period, isLate])).toEqual([
      ['2026-12', false],
      ['2026-11', false],
    ]);
    server.clock.now = at('2026-12-06T00:00:00+08:00');
    const city = await board(approver);
    expect(city.late.period).toBe('2026-11');
    expect(new Set(city.late.unions.map(({ under }) => under))).toEqual(new Set(['郑州市总工会']));
    expect(city.late.unions.map(({ id }) => id)).toContain('410102');
    expect(city.below.every(({ cells }) => cells.some(({ isLate }) => isLate))).toBe(true);
    // The city itself has three days more.
    expect(city.own.find(({ period }) => period === '2026-11')).toMatchObject({ isLate: false, dueOn: '2026-12-08' });
  });

  test('want a word to every warning', async () => {
    const shown = await whole(officer, NOVEMBER);
    expect(shown.may).toEqual(['submit']);
    expect(shown.warnings.map(({ id }) => id)).toContain('no-visits');
    const [, ...some] = notesTo(shown);
    const refused = await take(officer, NOVEMBER, { rev: 0, step: 'submit', asOf: shown.asOf.seq, notes: some });
    expect([refused.status, refused.body.kind]).toEqual([409, 'notes-missing']);
  });

  test('freeze what was looked at, whatever happens after', async () => {
    const shown = await whole(officer, NOVEMBER);
    expect(total(shown, 'stock.closing')).toBe(3);
    await server.apply([registering({ ...station(4) })]);
    const notes = notesTo(shown);
    const done = await take(officer, NOVEMBER, { rev: 0, step: 'submit', asOf: shown.asOf.seq, notes });
    expect([done.status, done.body.state]).toEqual([200, 'submitted']);
    const held = await whole(approver, NOVEMBER);
    expect(total(held, 'stock.closing')).toBe(3);
    expect([held.asOf, held.hash, held.may]).toEqual([shown.asOf, shown.hash, ['return', 'sign']]);
    expect((await whole(officer, NOVEMBER)).may).toEqual([]);
    const toSign = await json<Work>(approver, '/api/v1/work?kind=sign-figures');
    expect(toSign.piles.map(({ count }) => count)).toEqual([1]);
  });

  test('are sent back with what to put right, and handed in again with what is known by then', async () => {
    const sent = await take(approver, NOVEMBER, { rev: 1, step: 'return', faults: [FAULT] });
    expect(sent.status).toBe(200);
    const shown = await whole(officer, NOVEMBER);
    expect(shown.returned?.faults).toEqual([FAULT]);
    expect(total(shown, 'stock.closing')).toBe(4);
    // What was said to a warning stands there again.
    expect(shown.warnings.every(({ note }) => note === '正在核对')).toBe(true);
    expect((await submit(NOVEMBER)).body.state).toBe('submitted');
  });

  test('are signed by another person of the union above, once', async () => {
    const sameAgain = clerkAt(server.app, { union: '410100', functions: ['approver'] }, { id: officer.actor.id });
    expect((await take(sameAgain, NOVEMBER, { rev: 3, step: 'sign' })).body.kind).toBe('four-eyes');
    // The cookie of the test names the account: it is put back to where it belongs.
    officer = clerkAt(server.app, { union: '410102', functions: ['officer'] }, { id: officer.actor.id });
    const own = clerkAt(server.app, { union: '410102', functions: ['approver'] });
    expect((await take(own, NOVEMBER, { rev: 3, step: 'sign' })).body.kind).toBe('submission-not-yours');
    const other = clerkAt(server.app, { union: '410100', functions: ['approver'] });
    const both = await Promise.all([
      take(approver, NOVEMBER, { rev: 3, step: 'sign' }),
      take(other, NOVEMBER, { rev: 3, step: 'sign' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const signed = await whole(officer, NOVEMBER);
    expect([signed.state, signed.rev, signed.may]).toEqual(['signed', 4, []]);
    expect(signed.steps.map(({ step }) => step)).toEqual(['submit', 'return', 'submit', 'sign']);
  });

  test('never change once signed: what becomes known later is a correction of the next period', async () => {
    const before = await whole(officer, NOVEMBER);
    server.clock.now = at('2027-01-02T09:00:00+08:00');
    await server.apply([{ ...registering(station(5)), effectiveOn: date('2026-11-20') }]);
    const after = await whole(officer, NOVEMBER);
    expect([after.hash, after.asOf, total(after, 'stock.closing')]).toEqual([before.hash, before.asOf, 4]);
    const check = await json<RouteReply<'submissionCheck'>>(officer, `/api/v1/figures/submissions/${NOVEMBER}/check`);
    expect(check).toEqual({ asOf: before.asOf, hash: before.hash, again: before.hash, isSame: true });
    const next = await whole(officer, DECEMBER);
    expect(next.openingAsOf).toEqual(before.asOf);
    expect(['stock.opening', 'stock.corrected-in', 'stock.new', 'stock.closing'].map((id) => total(next, id))).toEqual([
      4, 1, 0, 5,
    ]);
    expect((await submit(DECEMBER)).status).toBe(200);
  });

  test('stand beside what the union above reckons of its counties', async () => {
    const city = await whole(approver, '410100/2026-11');
    expect(city.warnings.find(({ id }) => id === 'children-missing')?.about).not.toContain('中原区总工会');
    expect(city.below.find(({ union: { id } }) => id === '410102')).toMatchObject({
      state: 'signed',
      signed: 4,
      // Known by now: the one that was recorded late belongs to November too.
      here: 5,
    });
    expect(city.below.find(({ union: { id } }) => id === '410103')).toMatchObject({
      state: 'open',
      signed: null,
      here: 0,
    });
  });

  test('are not there for other branches, and a town hands in none of its own', async () => {
    const stranger = clerkAt(server.app, { union: '110105', functions: ['officer', 'approver', 'analyst'] });
    for (const path of [NOVEMBER, `${NOVEMBER}/check`]) {
      expect((await stranger.get(`/api/v1/figures/submissions/${path}`)).status).toBe(404);
    }
    expect((await stranger.get('/api/v1/figures/submissions?union=410102')).status).toBe(404);
    expect((await take(stranger, NOVEMBER, { rev: 4, step: 'sign' })).status).toBe(404);
    expect((await officer.get('/api/v1/figures/submissions/410100/2026-11')).status).toBe(404);
  });
});
