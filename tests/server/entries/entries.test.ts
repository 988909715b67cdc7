import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import type { Station } from '../../../shared/station/station.ts';
import {
  activityAsk,
  fundingAsk,
  giftAsk,
  honourAsk,
  inspectionAsk,
  listingAsk,
  reachAsk,
  visitsAsk,
} from '../../fixtures/make/entry.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { date, sampleStation, stationId } from '../../shared/station/sample.ts';

const DAY = 86_400_000;
let server: TestServer;
let stations: readonly Station[];
let officer: Clerk;
let commands = 0;
beforeEach(async () => {
  server = await openTestServer();
  stations = await server.register([1, 2].map((n) => sampleStation({ id: stationId(n), code: null, rev: 1 })));
  officer = clerkAt(server.app, { union: '410102', functions: ['officer'] });
});
afterEach(() => server.close());

const station = (n: number) => stations[n - 1]?.id ?? stationId(0);
const commandId = () => `c${(++commands).toString(16).padStart(31, '0')}`;
const keep = (who: Clerk, ...entries: readonly object[]) => who.post('/api/v1/entries', { id: commandId(), entries });
const told = async (answer: Promise<Response> | Response) => (await answer).json();
const list = async (who: Clerk, query = '') => told(who.get(`/api/v1/entries${query}`));
const FOUND = [{ item: '灭火器过期', reason: null }];

describe('what a union writes down of its work', () => {
  test('of every kind is kept, listed the newest first, counted, and read back as it was sent', async () => {
    const asks = [
      inspectionAsk(1, { station: station(1) }, { findings: FOUND, rectifyBy: date('2026-11-30') }),
      visitsAsk(2, { station: station(1) }),
      fundingAsk(3, { station: station(2) }),
      activityAsk(4, { day: date('2026-11-21'), note: '街道一起办' }),
      listingAsk(5, { station: station(2) }),
      honourAsk(6, {}, { result: 'quota', count: 3 }),
      giftAsk(7, { station: station(1) }, { way: 'out', items: 20 }),
      reachAsk(8),
    ];
    const answer = await told(keep(officer, ...asks));
    expect(answer.entries).toEqual(asks.map(({ id }) => ({ id, rev: 1 })));
    const { items, totals, next, mayKeep } = await list(officer);
    expect(items).toHaveLength(8);
    expect(items[0]).toMatchObject({ kind: 'activity', day: '2026-11-21', note: '街道一起办', station: null });
    expect(items.map(({ day }: { day: string }) => day)).toEqual(
      items
        .map(({ day }: { day: string }) => day)
        .sort()
        .reverse(),
    );
    expect(totals).toContainEqual({ kind: 'visits', count: 1, amount: 226 });
    expect(totals).toContainEqual({ kind: 'funding', count: 1, amount: 300000 });
    expect(totals).toContainEqual({ kind: 'reach', count: 1, amount: 3200 });
    expect([next, mayKeep.length]).toEqual([null, 8]);
    expect(await told(officer.get(`/api/v1/entries/${asks[0]?.id}`))).toMatchObject({
      kind: 'inspection',
      body: asks[0]?.body,
      rev: 1,
      isOverdue: false,
      mayKeep: true,
      station: { id: station(1) },
      union: { id: '410102' },
    });
    expect((await list(officer, '?kind=visits')).items).toHaveLength(1);
    expect((await list(officer, `?station=${station(2)}`)).items).toHaveLength(2);
    expect((await list(officer, '?from=2026-11-21&to=2026-11-21')).items).toHaveLength(1);
    expect((await list(officer, '?union=410103')).kind).toBe('union-unknown');
  });

  test('is corrected on the rev it was seen at, withdrawn with a reason, and stays in the log', async () => {
    const ask = visitsAsk(1, { station: station(1) });
    await keep(officer, ask);
    const better = { ...ask, basedOn: 1, body: { ...ask.body, days: 30 } };
    expect((await told(keep(officer, better))).entries).toEqual([{ id: ask.id, rev: 2 }]);
    // Said again it changes nothing.
    expect((await told(keep(officer, { ...better, basedOn: 2 }))).entries).toEqual([]);
    expect(await told(keep(officer, better))).toMatchObject({ kind: 'rev-stale', data: { based: 1, current: 2 } });
    const withdrawal = { id: commandId(), basedOn: 2, reason: '记错了站点' };
    const withdraw = () => officer.post(`/api/v1/entries/${ask.id}/withdraw`, withdrawal);
    expect(await told(withdraw())).toMatchObject({ rev: 3 });
    expect(await told(withdraw())).toMatchObject({ rev: 3 });
    expect((await list(officer)).items).toEqual([]);
    expect((await list(officer, '?withdrawn=1')).items).toMatchObject([{ id: ask.id, rev: 3, mayKeep: false }]);
    expect((await told(keep(officer, { ...ask, basedOn: 3 }))).kind).toBe('entry-withdrawn');
    const history = await server.deps.store.historyOf(`${station(1)}/${ask.id}`);
    expect(history.map(({ step, reason }) => [step, reason])).toEqual([
      ['keep', null],
      ['correct', null],
      ['withdraw', '记错了站点'],
    ]);
    expect(history.map(({ after }) => after)).toMatchObject([
      { kind: 'visits', rev: 1, station: station(1), union: '410102', day: '2026-10-01', body: { days: 31 } },
      { rev: 2, body: { days: 30 } },
      { isWithdrawn: true },
    ]);
    expect(Object.keys(history[2]?.after ?? {})).toEqual(['isWithdrawn']);
    expect((await server.deps.store.verifyHistory()).brokenAt).toBeNull();
  });

  test('is kept once for a station, month and channel; a withdrawn one makes room', async () => {
    const [first, second] = [1, 2].map((n) => visitsAsk(n, { station: station(1), day: date('2026-10-05') }));
    await keep(officer, first ?? {});
    const again = await keep(officer, second ?? {});
    expect([again.status, (await again.json()).kind]).toEqual([409, 'entry-taken']);
    expect((await keep(officer, visitsAsk(3, { station: station(1) }, { channel: 'gate' }))).status).toBe(200);
    const gone = { id: commandId(), basedOn: 1, reason: '重记' };
    expect((await officer.post(`/api/v1/entries/${first?.id}/withdraw`, gone)).status).toBe(200);
    expect((await keep(officer, second ?? {})).status).toBe(200);
  });

  test('of the people covered is kept once a year for the union, once for each station, by the union alone', async () => {
    expect((await keep(officer, reachAsk(1), reachAsk(2, { station: station(1) }))).status).toBe(200);
    const again = await keep(officer, reachAsk(3, { day: date('2026-02-01') }));
    expect([again.status, (await again.json()).kind]).toEqual([409, 'entry-taken']);
    expect((await keep(officer, reachAsk(3, { day: date('2025-02-01') }))).status).toBe(200);
    const shown = await list(officer, '?kind=reach&to=2025-12-31');
    expect(shown.items).toMatchObject([{ day: '2025-01-01', station: null, body: { workers: 3200 } }]);
    const keeper = clerkAt(server.app, { union: '410102', functions: ['keeper'] }, { stations: [station(2)] });
    expect((await keep(keeper, reachAsk(4, { station: station(2) }))).status).toBe(404);
  });

  test('is kept all or none, under the command it was asked with', async () => {
    const [good, bad] = [visitsAsk(1, { station: station(1) }), visitsAsk(2, { station: station(2) }, { days: 32 })];
    const refused = await keep(officer, good, bad);
    expect([refused.status, (await refused.json()).field]).toEqual([400, 'days']);
    expect((await list(officer)).items).toEqual([]);
    const body = { id: commandId(), entries: [good] };
    const once = await told(officer.post('/api/v1/entries', body));
    expect(await told(officer.post('/api/v1/entries', body))).toEqual(once);
    const other = await officer.post('/api/v1/entries', { ...body, entries: [giftAsk(3)] });
    expect((await other.json()).kind).toBe('receipt-conflict');
  });

  test('of a whole union is nobody’s at a station; of a draft nothing is kept', async () => {
    const keeper = clerkAt(server.app, { union: '410102', functions: ['keeper'] }, { stations: [station(1)] });
    expect((await keep(keeper, giftAsk(1, { station: station(1) }))).status).toBe(200);
    expect((await keep(keeper, giftAsk(2))).status).toBe(404);
    expect((await keep(keeper, giftAsk(2, { station: station(2) }))).status).toBe(404);
    expect((await keep(keeper, fundingAsk(2, { station: station(1) }))).status).toBe(404);
    expect((await keep(officer, giftAsk(3, { station: station(2) }))).status).toBe(200);
    const shown = await list(keeper);
    expect([shown.items.length, shown.mayKeep]).toEqual([1, ['visits', 'activity', 'gift']]);
    expect((await keep(officer, giftAsk(4, { station: stationId(99) }))).status).toBe(404);
  });
});

describe('an inspection', () => {
  const overdue = async () => (await list(officer, '?overdue=1')).items;

  test('with findings is overdue when their day has passed, until they are put right', async () => {
    const ask = inspectionAsk(1, { station: station(1) }, { findings: FOUND, rectifyBy: date('2026-11-26') });
    await keep(officer, ask);
    expect(await overdue()).toEqual([]);
    server.clock.now = instant(server.clock.now + DAY);
    expect(await overdue()).toMatchObject([{ id: ask.id, isOverdue: true }]);
    await keep(officer, { ...ask, basedOn: 1, body: { ...ask.body, rectifiedOn: '2026-11-27' } });
    expect(await overdue()).toEqual([]);
  });

  test('that is the annual one takes the station off the queue, is due as the setting says, and puts it back when withdrawn', async () => {
    const reviews = async () => {
      const { piles } = await told(officer.get('/api/v1/work?kind=review'));
      const [pile] = piles;
      return [pile.count, pile.items.map((row: { id: string }) => row.id).includes(station(1))];
    };
    server.clock.now = instant(server.clock.now + 2000 * DAY);
    expect(await reviews()).toEqual([2, true]);
    const ask = inspectionAsk(1, { station: station(1), day: date('2032-05-01') }, { kind: 'annual' });
    await keep(officer, ask);
    expect(await reviews()).toEqual([1, false]);
    const { body } = await told(officer.get(`/api/v1/entries/${ask.id}`));
    expect(body.dueOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(body.dueOn < '2032-05-01').toBe(true);
    const other = { id: commandId(), basedOn: 1, reason: '没去成' };
    await officer.post(`/api/v1/entries/${ask.id}/withdraw`, other);
    expect(await reviews()).toEqual([2, true]);
  });
});

describe('a month of a union', () => {
  test('has a row for each published station with what was kept by that channel', async () => {
    const ask = visitsAsk(1, { station: station(2) });
    await keep(officer, ask);
    const grid = (query: string) => told(officer.get(`/api/v1/entry-grid?${query}`));
    const { rows, next } = await grid('month=2026-10&channel=hand-count');
    expect(next).toBeNull();
    expect(rows).toMatchObject([
      { station: { id: station(1) }, mayKeep: true, entry: null },
      { station: { id: station(2) }, entry: { id: ask.id, rev: 1, body: { people: { courier: 120 } } } },
    ]);
    expect((await grid('month=2026-10&channel=gate')).rows[1]).toMatchObject({ entry: null });
    expect((await grid('month=2026-12&channel=gate')).kind).toBe('entry-future');
  });
});
