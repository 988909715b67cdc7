import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { revising } from '../../fixtures/make/server.ts';
import { type Desk, openDesk, opened, take, told } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.close());

type Row = { seq: number; step: string; subject: string; reason: string | null; actor: object; fields: object[] };
const page = async (id: string, query = ''): Promise<{ rows: Row[]; done: boolean }> =>
  (await told(desk.wang.get(`/api/v1/desk/stations/${id}/history${query}`))).body;

describe('a station’s story', () => {
  test('says who did what, from which union, why, and each field before and after', async () => {
    const id = await opened(desk);
    await take(desk, id, [
      [desk.wang, { kind: 'revise', patch: { town: '一马路街道' }, basedOn: 4, reason: '街道更名' }],
      [desk.wang, { kind: 'suspend', reason: '停水', until: '2026-11-30' }],
    ]);
    const { rows, done } = await page(id);
    expect(done).toBe(true);
    expect(rows.map(({ step }) => step)).toEqual(['suspend', 'revise', 'accept', 'approve', 'submit', 'draft']);
    const [suspended, revised, , approved, , drafted] = rows;
    expect(suspended?.fields).toContainEqual({ field: 'status', before: 'active', after: 'suspended' });
    expect(revised).toMatchObject({
      reason: '街道更名',
      actor: { id: desk.wang.actor.id, name: desk.wang.actor.id, union: expect.stringContaining('中原区') },
      fields: [{ field: 'town', before: null, after: '一马路街道' }],
    });
    expect(approved?.actor).toMatchObject({ id: desk.li.actor.id });
    expect(drafted?.fields).toContainEqual({ field: 'name', before: null, after: '德化街爱心驿站' });
    expect(drafted?.fields.map((each) => ('field' in each ? each.field : ''))).not.toContain('rev');
  });

  test('is read page by page, the newest first, nothing twice and nothing left out', async () => {
    const id = await opened(desk);
    for (let n = 0; n < 130; n++) await desk.server.apply([revising(await desk.station(id), {}, 'confirm')]);
    const seqs: number[] = [];
    let query = '';
    for (let pages = 1; ; pages++) {
      const { rows, done } = await page(id, query);
      seqs.push(...rows.map(({ seq }) => seq));
      query = `?before=${seqs[seqs.length - 1]}`;
      if (done) {
        expect(pages).toBe(2);
        break;
      }
    }
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => b - a));
    expect(seqs).toHaveLength(134);
    expect((await told(desk.wang.get(`/api/v1/desk/stations/${id}/history?before=x`))).status).toBe(400);
  });

  test('can be read whole by an auditor a year after the station left, by its code, and by nobody without the right', async () => {
    const id = await opened(desk);
    const { code } = await desk.station(id);
    await take(desk, id, [
      [desk.wang, { kind: 'propose-exit', reasonCode: 'HOST_LEFT', reason: '网点撤了', evidence: '撤点公告' }],
      [desk.li, { kind: 'open-notice' }],
    ]);
    desk.pass(9);
    await take(desk, id, [[desk.li, { kind: 'retire' }]]);
    desk.server.clock.now = instant(desk.server.clock.now + 370 * 86_400_000);
    const auditor = desk.clerk('410000', ['auditor']);
    const story = await told(auditor.get(`/api/v1/desk/stations/${code}/history`));
    const steps = story.body.rows.map(({ subject, step }: Row) => `${subject} ${step}`);
    expect(steps).toEqual([
      ...['task open', 'task open', 'task open', 'task open', 'station retire'],
      ...['station open-notice', 'station propose-exit', 'station accept', 'station approve'],
      ...['station submit', 'station draft'],
    ]);
    expect(story.body.rows[4].reason).toContain('网点撤了');
    expect((await auditor.get(`/api/v1/desk/stations/${code}`)).status).toBe(404);
    const analyst = desk.clerk('410102', ['analyst']);
    expect((await analyst.get(`/api/v1/desk/stations/${code}/history`)).status).toBe(404);
  });
});
