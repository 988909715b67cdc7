import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { Station } from '../../../shared/station/station.ts';
import { reportId, stationReport } from '../../fixtures/make/report.ts';
import { accepted, envelopeOf, openTestServer, revising, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { region, sampleStation, stationId, union } from '../../shared/station/sample.ts';

const DAY = 86_400_000;
type Row = { seq: number; step: string; subjectId: string; union: { id: string }; actor: { id: string } };

let server: TestServer;
let stations: readonly Station[];
beforeAll(async () => {
  const at = (n: number, county: string): Station =>
    sampleStation({
      id: stationId(n),
      name: `驿站${n}`,
      region: region(county),
      union: union(county),
      code: null,
      rev: 1,
    });
  server = await openTestServer();
  stations = await server.register([at(1, '410102'), at(2, '410105'), at(3, '110105')]);
  await server.apply([revising(one(0), { name: '=改名(1)' })]);
  server.clock.now = instant(server.clock.now + 3 * DAY);
  // The county's own clerk, where all else was done by the city's.
  const command = {
    ...envelopeOf('c'.repeat(32)),
    actor: { id: 'own-clerk', union: union('410102') },
    at: server.clock.now,
  };
  const [stored] = await server.store.stationsById([stationId(1)]);
  accepted(await server.store.commit(command, () => ok([revising(stored ?? one(0), { brand: '爱心' }, 'confirm')])));
  await server.app.request('/api/v1/reports', {
    method: 'POST',
    body: JSON.stringify(stationReport(one(1).code ?? '')),
    headers: { 'content-type': 'application/json' },
  });
});
afterAll(() => server.close());

function one(n: number): Station {
  const station = stations[n];
  if (!station) throw new Error('not stored');
  return station;
}
const at = (id: string, ...functions: readonly ('auditor' | 'officer' | 'approver' | 'keeper' | 'analyst')[]) =>
  clerkAt(server.app, { union: id, functions });
const read = async (who: Clerk, query = '') => (await who.get(`/api/v1/history${query}`)).json();
const steps = async (who: Clerk, query = '') => (await read(who, query)).rows.map(({ step }: Row) => step);

describe('the log of a branch', () => {
  test('holds what its unions did and what was done to its stations, the newest first, and nothing else', async () => {
    expect(await steps(at('410102', 'auditor'))).toEqual(['confirm', 'revise', 'import']);
    expect(await steps(at('410105', 'officer'))).toEqual(['file', 'import']);
    expect(await steps(at('110105', 'approver'))).toEqual(['import']);
    expect(await steps(at('410202', 'auditor'))).toEqual([]);
    // The city did it all, and one of its stations is another city's today: what it did stays in its log.
    expect(await steps(at('410100', 'auditor'))).toEqual(['file', 'confirm', 'revise', 'import', 'import', 'import']);
    expect(await steps(at('000000', 'auditor'))).toHaveLength((await server.store.counter()).seq);
    expect((await at('410102', 'keeper').get('/api/v1/history')).status).toBe(404);
    expect((await at('410102', 'analyst').get('/api/v1/history')).status).toBe(404);
  });

  test('says who, where and what, with names beside the ids', async () => {
    const { rows } = await read(at('410102', 'auditor'));
    expect(rows[1]).toMatchObject({
      actor: { id: 'clerk', name: null },
      union: { id: '410100', name: '郑州市总工会' },
      subject: 'station',
      station: { id: stationId(1), code: one(0).code, name: '=改名(1)' },
      reason: '依据说明',
      before: { name: '驿站1' },
      after: { name: '=改名(1)' },
    });
  });

  test('is filtered by time, actor, union, step, subject, station and reason', async () => {
    const nation = at('000000', 'auditor');
    const later = new Date(server.clock.now - DAY).toISOString();
    expect(await steps(nation, `?from=${later}`)).toEqual(['file', 'confirm']);
    expect((await steps(nation, `?to=${later}`)).slice(0, 2)).toEqual(['revise', 'import']);
    expect(await steps(nation, '?actor=own-clerk')).toEqual(['confirm']);
    expect(await steps(nation, '?union=410105')).toEqual(['file', 'import']);
    expect(await steps(nation, '?step=revise')).toEqual(['revise']);
    expect(await steps(nation, '?subject=report')).toEqual(['file']);
    expect(await steps(nation, `?code=${one(1).code}`)).toEqual(['file', 'import']);
    expect(await steps(nation, `?station=${stationId(1)}`)).toEqual(['confirm', 'revise', 'import']);
    expect(await steps(nation, `?reason=${encodeURIComponent('依据')}`)).toEqual(['confirm', 'revise']);
    expect(await steps(nation, `?reason=${encodeURIComponent('%')}`)).toEqual([]);
    const county = at('410102', 'auditor');
    expect(await steps(county, `?code=${one(1).code}`)).toEqual([]);
    expect((await county.get('/api/v1/history?union=410105')).status).toBe(404);
    expect((await county.get('/api/v1/history?code=12')).status).toBe(400);
  });

  test('goes back page by page, each row once', async () => {
    for (let n = 0; n < 60; n++) {
      const [stored] = await server.store.stationsById([stationId(3)]);
      await server.apply([revising(stored ?? one(2), { brand: `第${n}次` })]);
    }
    for (const who of [at('110105', 'auditor'), at('000000', 'auditor'), at('410100', 'auditor')]) {
      const seen: number[] = [];
      let next: number | null = null;
      do {
        const page = await read(who, next === null ? '' : `?before=${next}`);
        seen.push(...page.rows.map(({ seq }: Row) => seq));
        next = page.next;
      } while (next !== null);
      expect(seen.length).toBeGreaterThan(60);
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    }
  });
});

describe('an export of the log', () => {
  const ask = async (who: Clerk, query = '', id = reportId()) =>
    (await who.post(`/api/v1/history/exports${query}`, { id })).json();

  test('is a file a spreadsheet reads without running it, and stands in the log itself', async () => {
    const auditor = at('410102', 'auditor');
    const ticket = await ask(auditor, '?step=revise');
    const file = await auditor.get(`/api/v1/history/exports/${ticket.id}?step=revise`);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain(`第${ticket.upTo}条.csv`);
    const text = Buffer.from(await file.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\ufeff序号,时间')).toBe(true);
    const [head, row, ...more] = parse(text.slice(1)) as string[][];
    expect(more).toEqual([]);
    expect(Object.fromEntries((head ?? []).map((title, i) => [title, row?.[i]]))).toMatchObject({
      操作人: '账号 clerk',
      工会: '郑州市总工会',
      对象: '站点',
      站点名称: "'=改名(1)",
      站点编码: `\t${one(0).code}`,
      操作: '变更',
      改了什么: '站点名称：驿站1 → =改名(1)',
    });
    const [own] = (await read(auditor)).rows;
    expect(own).toMatchObject({
      step: 'export-history',
      actor: { id: auditor.actor.id },
      subject: 'export',
      after: { what: 'history', filter: { top: '410102', step: 'revise' } },
    });
  });

  test('made again is the same bytes, whatever was written since', async () => {
    const auditor = at('410102', 'auditor');
    const ticket = await ask(auditor);
    const fetch = async () => (await auditor.get(`/api/v1/history/exports/${ticket.id}`)).text();
    const first = await fetch();
    const [stored] = await server.store.stationsById([stationId(1)]);
    await server.apply([revising(stored ?? one(0), { brand: '后来' })]);
    expect(await fetch()).toBe(first);
    expect(await ask(auditor, '', ticket.id)).toEqual(ticket);
  });

  test('is for whoever asked for it, with the filter asked for; what was searched in words stays out of the log', async () => {
    const auditor = at('410102', 'auditor');
    const query = `?reason=${encodeURIComponent('张三')}`;
    const { id } = await ask(auditor, query);
    expect((await auditor.get(`/api/v1/history/exports/${id}${query}`)).status).toBe(200);
    expect((await auditor.get(`/api/v1/history/exports/${id}`)).status).toBe(404);
    expect((await at('410102', 'auditor').get(`/api/v1/history/exports/${id}${query}`)).status).toBe(404);
    expect((await auditor.get(`/api/v1/history/exports/${reportId()}`)).status).toBe(404);
    expect(JSON.stringify(await read(auditor))).not.toContain('张三');
    expect((await at('410102', 'analyst').post('/api/v1/history/exports', { id: reportId() })).status).toBe(404);
  });
});
