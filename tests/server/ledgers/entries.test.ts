import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { csvOf, type Row } from '../../fixtures/make/server-import.ts';
import { type Desk, deskAt, soundRows } from './desk.ts';

const DAY = 86_400_000;
let server: TestServer;
let desk: Desk;
beforeEach(async () => {
  server = await openTestServer();
  desk = deskAt(server);
});
afterEach(() => server.close());

const [SOUND = {}, OTHER = {}] = soundRows(2);
const FULL: Row = {
  ...SOUND,
  最近巡查日期: '2026年11月20日',
  巡查发现问题数: '2',
  上月服务人次: '1,320',
  '本年投入（元）': '3000.50',
  高德上线情况: '已上线',
  百度上线情况: '信息不符',
  腾讯上线情况: '',
  '最美站点（级别/年份）': '省级/2025、市级2024',
};

async function bring(...rows: readonly Row[]) {
  const { id } = await desk.upload(csvOf(rows));
  return { id, shown: await desk.rows(id) };
}

async function kept(): Promise<
  readonly { kind: string; day: string; rev: number; body: object; station: { name: string } }[]
> {
  return (await (await desk.clerk.get('/api/v1/entries')).json()).items;
}

describe('a ledger that says what was done at its stations', () => {
  test('shows it before, keeps it with the row under one command, and keeps nothing twice', async () => {
    const first = await bring(FULL, { ...FULL, ...OTHER, 最近巡查日期: '', 巡查发现问题数: '' });
    expect(first.shown.map(({ kind }) => kind)).toEqual(['new', 'new']);
    expect(first.shown[0]?.reason).toContain('另记工作台账：2026年11月20日 日常巡查，查 2 项，发现问题 2 个');
    expect(first.shown[0]?.reason).toContain('2026年10月 人工计数，31 天 1,320 人次');
    expect(first.shown[1]?.reason).not.toContain('巡查');
    expect(await kept()).toEqual([]);
    await desk.commit(first.id);
    const entries = await kept();
    expect(entries.map(({ kind, day }) => `${day} ${kind}`).sort()).toEqual([
      ...twice('2024-01-01 honour'),
      ...twice('2025-01-01 honour'),
      ...twice('2026-01-01 funding'),
      ...twice('2026-10-01 visits'),
      '2026-11-20 inspection',
      ...twice('2026-11-26 listing'),
      ...twice('2026-11-26 listing'),
    ]);
    expect(entries.find(({ kind }) => kind === 'funding')).toMatchObject({ body: { yuan: 3000.5 }, rev: 1 });
    const { seq } = await server.store.counter();
    server.clock.now = instant(server.clock.now + DAY);
    await desk.commit((await bring(FULL)).id);
    expect(await kept()).toEqual(entries);
    // The row of the ledger itself is all that history gained.
    expect((await server.store.counter()).seq).toBe(seq + 1);
    expect((await server.store.verifyHistory()).brokenAt).toBeNull();
  });

  test('corrects what it said before, and leaves what people wrote down or took back', async () => {
    await desk.commit((await bring(FULL)).id);
    const visits = (await kept()).find(({ kind }) => kind === 'visits');
    expect(visits).toMatchObject({ rev: 1 });
    await desk.commit((await bring({ ...FULL, 上月服务人次: '1400', '本年投入（元）': '' })).id);
    expect((await kept()).find(({ kind }) => kind === 'visits')).toMatchObject({
      rev: 2,
      body: { people: { other: 1400 } },
    });
    expect((await kept()).filter(({ kind }) => kind === 'funding')).toHaveLength(1);
    const { id } = visits as unknown as { id: string };
    const away = { id: 'ab'.repeat(16), basedOn: 2, reason: '数错了' };
    expect((await desk.clerk.post(`/api/v1/entries/${id}/withdraw`, away)).status).toBe(200);
    await desk.commit((await bring(FULL)).id);
    expect((await kept()).filter(({ kind }) => kind === 'visits')).toEqual([]);
  });

  test('is refused row by row in words that name the column', async () => {
    const { shown } = await bring(
      { ...FULL, 最近巡查日期: '上周' },
      { ...FULL, ...OTHER, 最近巡查日期: '2026-12-01' },
      { ...FULL, ...soundRows(3)[2], 最近巡查日期: '' },
      { ...FULL, ...soundRows(4)[3], 上月服务人次: '很多' },
      { ...FULL, ...soundRows(5)[4], 高德上线情况: '不知道' },
      { ...FULL, ...soundRows(6)[5], '最美站点（级别/年份）': '省级' },
    );
    const asked = shown.map(({ cells }) => cells.flatMap(({ title, isAsked }) => (isAsked ? [title] : [])).join());
    expect(asked.slice(0, 4)).toEqual(['最近巡查日期', '最近巡查日期', '最近巡查日期', '上月服务人次']);
    expect(shown.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['refused', '最近巡查日期没读懂“上周”，这样填：2026-11-20。'],
      ['refused', '日期还没到，最晚填到今天（2026年11月26日）。'],
      ['refused', '最近巡查日期还没填，补上再保存。'],
      ['refused', '上月服务人次没读懂“很多”，这样填：0 或更大的整数，如 320。'],
      ['refused', '高德上线情况没读懂“不知道”，这样填：已上线、信息不符、没有上线。'],
      ['refused', '最美站点（级别/年份）没读懂“省级”，这样填：省级/2025。'],
    ]);
  });

  test('as an old one without these columns is as it was', async () => {
    const { id, shown } = await bring(SOUND);
    expect(shown[0]?.reason).toBe('');
    await desk.commit(id);
    expect(await kept()).toEqual([]);
  });
});

function twice(text: string): readonly string[] {
  return [text, text];
}
