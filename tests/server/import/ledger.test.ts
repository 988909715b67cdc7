import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { codeParts, parseCode } from '../../../shared/station/code.ts';
import type { Station } from '../../../shared/station/station.ts';
import { messyCsv, messyWorkbook } from '../../fixtures/make/ledger.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { csvOf, importInto, ledgerOf, reasons } from '../../fixtures/make/server-import.ts';

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

async function registered(): Promise<Map<string, Station>> {
  const all = new Map<string, Station>();
  await server.store.eachStation((stations) => {
    for (const station of stations) all.set(station.name, station);
  });
  return all;
}

async function published(): Promise<string[]> {
  const names: string[] = [];
  await server.store.eachPublished('CN', (rows) => {
    names.push(...rows.map(({ row }) => row.name));
  });
  return names.sort();
}

const VERDICTS = [
  '4 new',
  '5 new swapped',
  '6 new',
  '8 flagged near-duplicate',
  '9 refused point-abroad',
  '10 flagged outside-named-region',
  '11 new hours-unread facilities-unread region-by-point',
  '12 refused field-required',
];
const PUBLISHED = ['示例花园路驿站', '示例金水路驿站', '示例经三路驿站', '示例高新驿站'];

describe('a clerk’s messy ledger', () => {
  test.each([
    ['as a workbook', async () => ledgerOf(await messyWorkbook(), '台账.xlsx')],
    ['as CSV', async () => ledgerOf(Buffer.from(messyCsv()), '台账.csv')],
  ])('%s: every row comes out once, as it deserves', async (_, read) => {
    const { verdicts, summary, remarks } = await importInto(server, await read());
    expect(verdicts).toEqual(VERDICTS);
    expect(summary).toEqual({ read: 8, new: 4, changed: 0, same: 0, flagged: 2, refused: 2 });
    expect(remarks).toEqual(['坐标按 GCJ-02（高德、腾讯） 读。', '跳过了 2 行空行、合计或重复表头。']);
    expect(await published()).toEqual([...PUBLISHED].sort());
  });

  test('a station keeps what its row said, and knows nothing it did not', async () => {
    await importInto(server, messyCsv());
    const stations = await registered();
    expect(stations.get('示例金水路驿站')).toMatchObject({
      address: '金水路1号',
      region: '410105',
      union: '410105',
      point: { lng: 113.6869, lat: 34.7665 },
      source: { crs: 'gcj02', lng: 113.6869, lat: 34.7665 },
      pointMethod: 'imported',
      origin: 'imported',
      verified: 'unverified',
      verifiedOn: null,
      status: 'active',
      openedOn: null,
      access: { modes: [], free: null, needsApp: null },
      amenities: { water: { state: 'yes' }, microwave: { state: 'yes' }, 'phone-charging': { state: 'yes' } },
      hours: { raw: '８：００—１７：３０', base: { kind: 'weekly' } },
    });
    const swapped = stations.get('示例花园路驿站');
    expect(swapped).toMatchObject({ point: { lng: 113.685, lat: 34.779 }, hours: { base: { kind: 'always' } } });
    expect(swapped?.amenities).toMatchObject({
      water: { state: 'yes' },
      seating: { state: 'yes' },
      wifi: { state: 'no' },
    });
    // Full-width digits, and a district no longer said once cells were merged.
    expect(stations.get('示例经三路驿站')).toMatchObject({ point: { lng: 113.6901, lat: 34.7755 }, region: '410105' });
  });

  test('a development zone is resolved by the point, unread hours are unknown with their text', async () => {
    const { outcomes } = await importInto(server, messyCsv());
    expect((await registered()).get('示例高新驿站')).toMatchObject({
      region: '410102',
      status: 'active',
      hours: { base: { kind: 'unknown' }, raw: '看情况开' },
      amenities: { water: { state: 'yes' } },
    });
    expect(reasons(outcomes)[6]).toBe(
      '开放时间没读懂“看情况开”，先记为时间不详，原文保留。 设施里没认出：神秘设备。 区划按坐标定为河南省郑州市中原区。',
    );
  });

  test('every refusal and flag says what to do, naming the other row', async () => {
    const { outcomes } = await importInto(server, messyCsv());
    const [, , , twin, zero, far, , nameless] = reasons(outcomes);
    expect(twin).toMatch(/^\d+ 米外有名称相近的第 6 行“示例经三路驿站”。/);
    expect(far).toBe('坐标落在河南省开封市尉氏县，不在写明的河南省郑州市金水区。核对坐标或区县后再入册。');
    for (const sentence of [twin, zero, far, nameless]) expect(sentence).toMatch(/\p{Script=Han}.*。$/u);
  });

  test('codes are issued at the import, type 1, to published rows alone', async () => {
    const { outcomes } = await importInto(server, messyCsv());
    const codes = outcomes.flatMap(({ code }) => code ?? []);
    expect(outcomes.filter(({ code }) => code).map(({ kind }) => kind)).toEqual(['new', 'new', 'new', 'new']);
    expect(new Set(codes).size).toBe(4);
    for (const text of codes) {
      const code = parseCode(text);
      expect(code.ok && codeParts(code.value).type).toBe(1);
    }
    for (const name of ['示例远方驿站', '示例经三路服务驿站'])
      expect((await registered()).get(name)).toMatchObject({ status: 'submitted', code: null });
  });

  test('a dry run says the same and writes nothing', async () => {
    const before = await server.store.counter();
    const { verdicts } = await importInto(server, messyCsv(), { dryRun: true });
    expect(verdicts).toEqual(VERDICTS);
    expect(await server.store.counter()).toEqual(before);
    expect(await registered()).toEqual(new Map());
  });
});

describe('the same ledger again', () => {
  test('is all the same and writes no history', async () => {
    await importInto(server, messyCsv());
    const before = await server.store.counter();
    const { summary } = await importInto(server, messyCsv());
    expect(summary).toEqual({ read: 8, new: 0, changed: 0, same: 6, flagged: 0, refused: 2 });
    expect(await server.store.counter()).toEqual(before);
    expect((await server.store.verifyHistory()).brokenAt).toBeNull();
  });

  test('with one telephone changed is one change of one field', async () => {
    const ledger = (phone: string) =>
      csvOf(
        [0, 1, 2].map((n) => ({
          名称: `${n}号门驿站`,
          地址: `花园路${n}号`,
          经度: 113.68 + n * 0.01,
          纬度: 34.77,
          电话: n === 1 ? phone : '0371-1',
        })),
      );
    await importInto(server, ledger('0371-2'));
    const before = (await server.store.counter()).seq;
    const { summary, outcomes } = await importInto(server, ledger('0371-3'));
    expect(summary).toMatchObject({ changed: 1, same: 2 });
    expect((await server.store.counter()).seq).toBe(before + 1);
    const id = (await registered()).get('1号门驿站')?.id ?? '';
    const last = (await server.store.historyOf(id)).at(-1);
    expect(last).toMatchObject({
      step: 'revise',
      before: { publicPhone: '0371-2' },
      after: { publicPhone: '0371-3' },
      actor: 'system',
    });
    expect(outcomes[1]?.code).toBe((await registered()).get('1号门驿站')?.code);
  });

  test('with an empty cell takes nothing back', async () => {
    const row = { 名称: '花园驿站', 地址: '花园路1号', 经度: 113.68, 纬度: 34.77 };
    await importInto(server, csvOf([{ ...row, 电话: '0371-2', 开放时间: '24小时', 设施: '饮水' }]));
    expect((await importInto(server, csvOf([{ ...row, 电话: '', 开放时间: '', 设施: '' }]))).summary.same).toBe(1);
  });

  test('accepted with its flags is published then, and only then', async () => {
    await importInto(server, messyCsv());
    const near = async () =>
      (await (await server.get('/api/v1/nearest?lng=113.9&lat=34.4&k=1')).json()).items[0].station.name;
    expect(await near()).not.toBe('示例远方驿站');
    const { summary, outcomes } = await importInto(server, messyCsv(), { acceptFlagged: true });
    expect(summary).toMatchObject({ changed: 2, same: 4 });
    expect(outcomes.filter(({ kind }) => kind === 'changed').map(({ code }) => code)).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
    expect(await published()).toEqual([...PUBLISHED, '示例远方驿站', '示例经三路服务驿站'].sort());
    expect(await near()).toBe('示例远方驿站');
    expect((await importInto(server, messyCsv(), { acceptFlagged: true })).summary.same).toBe(6);
  });

  test('with a flagged point corrected is the answer to its flag: published, and no second station', async () => {
    await importInto(server, messyCsv());
    const before = (await registered()).size;
    const corrected = messyCsv().replace('113.9,34.4', '113.6869,34.7765');
    const { outcomes } = await importInto(server, corrected);
    expect(outcomes.filter(({ kind }) => kind === 'changed').map(({ number }) => number)).toEqual([10]);
    expect((await registered()).size).toBe(before);
    expect(await published()).toContain('示例远方驿站');
    expect((await registered()).get('示例远方驿站')).toMatchObject({ status: 'active', region: '410105' });
  });

  test('with a flagged point moved to another wrong place is flagged again', async () => {
    await importInto(server, messyCsv());
    const { outcomes } = await importInto(server, messyCsv().replace('113.9,34.4', '113.95,34.4'));
    expect(outcomes.find(({ number }) => number === 10)).toMatchObject({ kind: 'flagged' });
    expect(await published()).not.toContain('示例远方驿站');
  });
});

describe('one place in two rows', () => {
  const at = (name: string, address: string, more: object = {}) => ({
    名称: name,
    地址: address,
    经度: '113.685000',
    纬度: 34.7665,
    电话: '',
    ...more,
  });

  test('the same station twice is taken once, and flagged when the rows differ', async () => {
    const rows = [
      at('花园驿站', '花园路1号'),
      at('花园驿站', '花园路１号'),
      at('花园驿站', '花园路1号', { 电话: '0371-9' }),
    ];
    const { verdicts } = await importInto(server, csvOf(rows));
    expect(verdicts).toEqual(['2 new', '3 same repeated-row', '4 flagged repeated-row']);
    expect((await registered()).size).toBe(1);
  });

  test('two names at exactly one point wait for an answer', async () => {
    const { verdicts } = await importInto(server, csvOf([at('建行港湾', '花园路1号'), at('邮政暖心屋', '花园路2号')]));
    expect(verdicts).toEqual(['2 new', '3 flagged same-point']);
    expect(await published()).toEqual(['建行港湾']);
  });

  test('two unlike names thirty metres apart are two places', async () => {
    const { verdicts } = await importInto(
      server,
      csvOf([at('建行港湾', '花园路1号'), at('邮政暖心屋', '花园路2号', { 经度: '113.685300' })]),
    );
    expect(verdicts).toEqual(['2 new', '3 new']);
  });

  test('a row near a station registered before names it by its code', async () => {
    const first = await importInto(server, csvOf([at('花园路驿站', '花园路1号')]));
    const { outcomes } = await importInto(server, csvOf([at('花园路工会驿站', '花园路甲1号', { 经度: '113.685200' })]));
    const code = first.outcomes[0]?.code ?? '';
    expect(reasons(outcomes)[0]).toContain(
      `“花园路驿站”（编码 ${code.slice(0, 6)} 1 ${code.slice(7, 13)} ${code.slice(13)}）`,
    );
  });

  test('our own code or the federation’s finds a station under another name', async () => {
    const { outcomes } = await importInto(server, csvOf([{ ...at('旧名驿站', '花园路1号'), 全总编码: 'QZ-7' }]));
    const code = outcomes[0]?.code ?? '';
    const byCode = await importInto(server, csvOf([{ ...at('新名驿站', '花园路1号'), 站点编码: code }]));
    expect(byCode.verdicts).toEqual(['2 changed']);
    const byFederation = await importInto(server, csvOf([{ ...at('更新名驿站', '花园路1号'), 全总编码: 'QZ-7' }]));
    expect(byFederation.verdicts).toEqual(['2 changed']);
    expect([...(await registered()).keys()]).toEqual(['更新名驿站']);
    const foreign = await importInto(server, csvOf([{ ...at('别的驿站', '别的路'), 站点编码: '410105100999907' }]));
    expect(foreign.verdicts[0]).toMatch(/refused (station-unknown|code-check)/);
  });
});

describe('coordinates', () => {
  const one = async (cells: Record<string, string | number>) =>
    (await importInto(server, csvOf([{ 名称: '驿站', 地址: '某路', ...cells }]))).outcomes[0];

  test.each([
    ['with signs of degrees', { 经度: '113.685°', 纬度: 'N34.7665' }],
    ['in degrees and minutes', { 经度: '113°41′06″', 纬度: '34°45′59.4″' }],
    ['in one cell', { 坐标: '113.685，34.7665' }],
    ['in one cell, turned round', { 经纬度: '34.7665 113.685' }],
    ['in full-width digits', { 经度: '１１３．６８５', 纬度: '３４．７６６５' }],
  ])('%s are read', async (_, cells) => {
    expect((await one(cells as Record<string, string>))?.kind).toBe('new');
    const [station] = [...(await registered()).values()];
    expect(station && metresBetween(station.point, gcj02(113.685, 34.7665))).toBeLessThan(1);
  });

  test.each([
    ['nothing', { 经度: '', 纬度: '' }, 'field-required'],
    ['zeros', { 经度: 0, 纬度: 0 }, 'point-abroad'],
    ['a place abroad', { 经度: 2.35, 纬度: 48.85 }, 'point-abroad'],
    ['words', { 经度: '见附图', 纬度: 34 }, 'field-format'],
    ['a formula', { 经度: '=A1+1', 纬度: 34 }, 'field-formula'],
    ['the high sea', { 经度: 125, 纬度: 28 }, 'point-abroad'],
  ])('%s are refused', async (_, ...[cells, kind]) => {
    expect((await one(cells as Record<string, string>))?.refusal?.kind).toBe(kind);
  });
});
