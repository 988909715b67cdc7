import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { parseHours } from '../../../shared/station/hours-parse.ts';
import type { Station } from '../../../shared/station/station.ts';
import { placeReport, reportId, stationReport } from '../../fixtures/make/report.ts';
import { openTestServer, type TestServer, THURSDAY } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { region, sampleStation, stationId, union } from '../../shared/station/sample.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let server: TestServer;
let stations: readonly Station[];
let clerk: Clerk;
beforeEach(async () => {
  const hours = parseHours('周一至周日 9:00-18:00').hours;
  const at = (n: number, county: string): Station =>
    sampleStation({
      id: stationId(n),
      name: `驿站${n}`,
      region: region(county),
      union: union(county),
      code: null,
      rev: 1,
      hours,
    });
  server = await openTestServer();
  stations = await server.register([at(1, '410102'), at(2, '410102'), at(3, '410105'), at(4, '110105')]);
  clerk = clerkAt(server.app, { union: '410102', functions: ['officer'] });
});
afterEach(() => server.close());

const codeOf = (n: number) => stations[n - 1]?.code ?? '';

async function file(body: unknown): Promise<{ id: string; lookup: string }> {
  const response = await server.app.request('/api/v1/reports', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  expect(response.status).toBe(200);
  server.clock.now = instant(server.clock.now + 60_000);
  return response.json();
}

const inbox = async (who: Clerk, query = '') => (await who.get(`/api/v1/inbox${query}`)).json();
type Step = { readonly kind: string; readonly answer?: string; readonly id?: string };
const steps = (who: Clerk, reports: readonly string[], { id = reportId(), ...step }: Step) =>
  who.post('/api/v1/inbox/steps', { id, reports, step });

describe('the inbox', () => {
  test('groups reports by station: shut again and again in posted hours on top, then the oldest', async () => {
    await file(stationReport(codeOf(1), { kind: 'broken', amenity: 'water' }));
    await file(stationReport(codeOf(2)));
    // At night a shut door is as posted.
    await file(stationReport(codeOf(1), { seenAt: '2026-11-25T23:00:00+08:00' }));
    await file(stationReport(codeOf(1), { seenAt: '2026-11-25T22:00:00+08:00' }));
    const before = await inbox(clerk);
    expect(before.groups.map((group: { key: string; shut: number }) => [group.key, group.shut])).toEqual([
      [stationId(1), 0],
      [stationId(2), 1],
    ]);
    await file(stationReport(codeOf(2)));
    const { groups } = await inbox(clerk);
    expect(groups[0]).toMatchObject({
      key: stationId(2),
      station: { id: stationId(2), name: '驿站2', code: codeOf(2) },
      union: { id: '410102', name: '中原区总工会' },
      total: 2,
      shut: 2,
      isRepeated: true,
    });
    expect(groups[1].reports.map((each: { kind: string; inHours: boolean }) => [each.kind, each.inHours])).toEqual([
      ['broken', true],
      ['door-shut', false],
      ['door-shut', false],
    ]);
  });

  test('holds the own branch alone, and whoever may not answer sees none of it', async () => {
    for (const n of [1, 3, 4]) await file(stationReport(codeOf(n)));
    const place = await file(placeReport());
    const keys = async (who: Clerk) => (await inbox(who)).groups.map(({ key }: { key: string }) => key);
    expect(await keys(clerk)).toEqual([stationId(1)]);
    const city = clerkAt(server.app, { union: '410100', functions: ['approver'] });
    expect(await keys(city)).toEqual([stationId(1), stationId(3), place.id]);
    expect(await keys(clerkAt(server.app, { union: '000000', functions: ['officer'] }))).toHaveLength(4);
    for (const functions of [['keeper'], ['analyst'], ['auditor'], ['system-admin']] as const) {
      const other = clerkAt(server.app, { union: '410102', functions });
      for (const path of ['/api/v1/inbox', '/api/v1/inbox/figures', `/api/v1/inbox/reports/${place.id}`])
        expect((await other.get(path)).status, `${functions} ${path}`).toBe(404);
    }
    expect((await clerk.get(`/api/v1/inbox/reports/${place.id}`)).status).toBe(404);
    expect((await steps(clerk, [place.id], { kind: 'accept' })).status).toBe(404);
    expect(await (await city.get(`/api/v1/inbox/reports/${place.id}`)).json()).toMatchObject({
      report: { kind: 'new-place', place: { name: '东门口' } },
      station: null,
      union: { id: '410105' },
    });
  });

  test('is filtered by state, kind, county, station and what is overdue, page by page', async () => {
    await file(stationReport(codeOf(1)));
    server.clock.now = instant(THURSDAY + 4 * DAY);
    await file(stationReport(codeOf(3), { kind: 'not-found' }));
    const place = await file(placeReport());
    const city = clerkAt(server.app, { union: '410100', functions: ['officer'] });
    const keys = async (query: string) => (await inbox(city, query)).groups.map(({ key }: { key: string }) => key);
    expect(await keys('?overdue=1')).toEqual([stationId(1)]);
    expect(await keys('?kind=not-found')).toEqual([stationId(3)]);
    expect(await keys('?region=410105')).toEqual([stationId(3), place.id]);
    expect(await keys('?region=410100')).toHaveLength(3);
    expect(await keys(`?station=${stationId(3)}`)).toEqual([stationId(3)]);
    expect(await keys('?state=accepted')).toEqual([]);
    expect(await (await city.get('/api/v1/inbox?region=999999')).json()).toMatchObject({ kind: 'region-unknown' });
    for (let n = 0; n < 20; n++) await file(placeReport({ place: { ...placeReport().place, region: '410104' } }));
    const first = await inbox(city);
    expect(first.groups).toHaveLength(20);
    const second = await inbox(city, `?after=${first.next}`);
    expect(second.next).toBeNull();
    const all = [...first.groups, ...second.groups].map(({ key }: { key: string }) => key);
    expect(new Set(all).size).toBe(23);
  });

  test('shows a photo to those who answer for the station, and to nobody else', async () => {
    const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#7a3' } })
      .png()
      .toBuffer();
    const { id } = await file(stationReport(codeOf(1), { photo: picture.toString('base64') }));
    const shown = await clerk.get(`/api/v1/inbox/reports/${id}/photo`);
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
      200,
      'image/webp',
      'private, no-store',
    ]);
    expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width).toBe(30);
    const sibling = clerkAt(server.app, { union: '410105', functions: ['officer'] });
    expect((await sibling.get(`/api/v1/inbox/reports/${id}/photo`)).status).toBe(404);
    expect((await server.get(`/api/v1/inbox/reports/${id}/photo`)).status).toBe(401);
  });
});

describe('a union that answers', () => {
  test('settles a whole group at once, by name in the history, and the sender reads the answer', async () => {
    const sent = [await file(stationReport(codeOf(1))), await file(stationReport(codeOf(1)))];
    const ids = sent.map(({ id }) => id);
    const done = await steps(clerk, ids, { kind: 'resolve', answer: '锁换了，按时开门。' });
    expect(await done.json()).toMatchObject({ reports: ids.map((id) => ({ id, state: 'resolved' })) });
    for (const { id, lookup } of sent) {
      const told = await (await server.get(`/api/v1/reports/${lookup}`)).json();
      expect(told).toMatchObject({ state: 'resolved', answer: '锁换了，按时开门。' });
      const rows = await server.store.historyOf(`${stationId(1)}/${id}`);
      expect(rows.map(({ step, actor }) => [step, actor])).toEqual([
        ['file', 'worker'],
        ['accept', clerk.actor.id],
        ['resolve', clerk.actor.id],
      ]);
      expect(JSON.stringify(rows)).not.toContain('锁');
    }
    expect((await inbox(clerk)).groups).toEqual([]);
    const { groups } = await inbox(clerk, '?state=answered');
    expect(groups[0].reports[0]).toMatchObject({ state: 'resolved', answer: '锁换了，按时开门。', isOverdue: false });
  });

  test('does it once, however often it is asked, and all of it or nothing', async () => {
    const [one, two] = [await file(stationReport(codeOf(1))), await file(stationReport(codeOf(2)))];
    const id = reportId();
    const first = await (await steps(clerk, [one.id], { kind: 'accept', id })).json();
    expect(await (await steps(clerk, [one.id], { kind: 'accept', id })).json()).toEqual(first);
    const other = await steps(clerk, [two.id], { kind: 'accept', id });
    expect([other.status, (await other.json()).kind]).toEqual([409, 'receipt-conflict']);
    // The first has been taken up: neither is.
    const both = await steps(clerk, [two.id, one.id], { kind: 'accept' });
    expect([both.status, (await both.json()).kind]).toEqual([409, 'report-step-not-allowed']);
    const { seq } = await server.store.counter();
    const stranger = await steps(clerk, [two.id, reportId()], { kind: 'dismiss', answer: '不是我们的' });
    expect([stranger.status, (await stranger.json()).kind]).toEqual([404, 'report-not-here']);
    expect((await server.store.counter()).seq).toBe(seq);
    const silent = await (await steps(clerk, [two.id], { kind: 'dismiss', answer: ' ' })).json();
    expect(silent).toMatchObject({ kind: 'field-required', field: 'answer' });
    const long = await (await steps(clerk, [two.id], { kind: 'dismiss', answer: '很'.repeat(501) })).json();
    expect(long).toMatchObject({ kind: 'field-length', field: 'answer' });
  });

  test('sees how many wait, how many too long, and its median hours to an answer beside those below', async () => {
    const sent = [await file(stationReport(codeOf(1))), await file(stationReport(codeOf(3)))];
    await file(stationReport(codeOf(1)));
    const city = clerkAt(server.app, { union: '410100', functions: ['officer'] });
    server.clock.now = instant(THURSDAY + 10 * HOUR);
    await steps(city, [sent[0]?.id ?? ''], { kind: 'dismiss', answer: '按公布的时间开门。' });
    server.clock.now = instant(THURSDAY + 4 * DAY);
    await steps(city, [sent[1]?.id ?? ''], { kind: 'dismiss', answer: '按公布的时间开门。' });
    expect(await (await city.get('/api/v1/inbox/figures')).json()).toMatchObject({
      states: { queued: 0, received: 1, accepted: 0 },
      kinds: { 'door-shut': 1 },
      overdue: 1,
      repeated: 0,
      answerDays: 3,
      answered: {
        days: 90,
        count: 2,
        medianHours: 53,
        below: [
          { id: '410102', name: '中原区总工会', count: 1, medianHours: 10 },
          { id: '410105', name: '金水区总工会', count: 1, medianHours: 96 },
        ],
      },
    });
    server.clock.now = instant(THURSDAY + 200 * DAY);
    expect((await (await city.get('/api/v1/inbox/figures')).json()).answered).toMatchObject({
      count: 0,
      medianHours: null,
    });
  });
});
