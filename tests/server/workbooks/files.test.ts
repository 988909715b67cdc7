import { unzipSync, zipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { packed } from '../../../server/feature/workbooks/archive.ts';
import type { FiguresContent } from '../../../server/feature/workbooks/content.ts';
import { csvParts } from '../../../server/feature/workbooks/csv.ts';
import { jsonOf } from '../../../server/feature/workbooks/json.ts';
import { workbookParts } from '../../../server/feature/workbooks/workbook.ts';
import { together } from './parts.ts';
import { sampleContent } from './sample.ts';

const workbookOf = (content: FiguresContent) => together(workbookParts(content));

async function sheetsOf(bytes: Uint8Array) {
  const sheets = await readSheets(Buffer.from(bytes));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

describe('a workbook of figures', () => {
  test('has a cover, a sheet for each table with every figure in its cell, and the wording of the indicators', async () => {
    const sheets = await sheetsOf(await workbookOf(sampleContent()));
    expect([...sheets.keys()]).toEqual(['封面', '存量与增减', '到访', '口径']);
    expect(sheets.get('存量与增减')).toEqual([
      ['存量与增减 · 2026年10月 · 河南省总工会 · 截至 2026-11-05 09:00', null, null, null],
      ['名称', '代码', '期初站点（个）', '期末站点（个）'],
      ['合计', null, 1200, 1210],
      ['郑州市', '410100', 1200, 1203],
      ['=1+1<&>', '=cmd', 0, 7],
    ]);
    expect(sheets.get('到访')?.slice(2)).toEqual([
      ['合计', null, '＊', null],
      ['郑州市', '410100', '＊', 0.123456789],
    ]);
    const cover = new Map((sheets.get('封面') ?? []).map(([what, said]) => [what, said]));
    expect(cover.get('截至')).toBe('2026-11-05 09:00，登记册变更序号 812（2026-11-05T09:00:12+08:00）');
    expect(cover.get('校验值')).toBe('a'.repeat(64));
    expect(cover.get('再做一份')).toBe(
      'npm run stats -- --period 2026-10 --union 410000 --by city --as-of 812 --tables stock,visits --out 文件',
    );
    expect(sheets.get('口径')?.[1]?.slice(0, 6)).toEqual([
      '存量与增减',
      '期初站点',
      'stock.opening',
      '个',
      1,
      '期初站点怎么数',
    ]);
  });

  test('of invented stations says so in the first line of every sheet', async () => {
    const sheets = await sheetsOf(await workbookOf(sampleContent({ stations: 'synthetic' })));
    for (const data of sheets.values()) expect(data[0]?.[0]).toMatch(/^示例数据/);
    expect(sheets.get('存量与增减')?.[4]).toEqual(['郑州市', '410100', 1200, 1203]);
  });

  test('without rows has its totals alone', async () => {
    const content = sampleContent({ by: 'none' });
    const sheets = await sheetsOf(
      await workbookOf({ ...content, tables: content.tables.map((table) => ({ ...table, rows: [] })) }),
    );
    expect(sheets.get('到访')?.slice(2)).toEqual([['合计', null, '＊', null]]);
  });

  test('made again at another time and place is the same bytes, and holds no time of its making', async () => {
    const first = await workbookOf(sampleContent());
    const zone = process.env.TZ;
    process.env.TZ = 'America/New_York';
    const second = await workbookOf(sampleContent());
    process.env.TZ = zone;
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    // Local headers of a zip: time and date stand 10 bytes behind the signature (1980-01-01 00:00).
    const bytes = Buffer.from(first);
    let found = 0;
    for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
      expect(bytes.readUInt32LE(at + 10)).toBe(0x00210000);
      expect(bytes.readUInt16LE(at + 28)).toBe(0);
      found += 1;
    }
    expect(found).toBeGreaterThan(8);
  });

  test('written entry by entry is what packing all of it at once makes', async () => {
    const bytes = await workbookOf(sampleContent());
    const atOnce = zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1), level: 6 });
    expect(bytes.equals(Buffer.from(atOnce))).toBe(true);
  });

  test('packed by turns here and beside is the same bytes', async () => {
    const content = sampleContent();
    const rows = Array.from({ length: 4000 }, (_, n) => ({ key: `k${n}`, name: `第 ${n} 行`, values: [n, n / 7] }));
    const large = { ...content, tables: content.tables.map((table) => ({ ...table, rows })) };
    let handed = 0;
    let isFree = true;
    const packer = {
      takes: (bytes: number) => isFree && bytes > 100_000,
      pack: async (bytes: Uint8Array) => {
        handed += 1;
        isFree = false;
        const own = Uint8Array.from(bytes);
        await new Promise(setImmediate);
        isFree = true;
        return packed(own);
      },
    };
    expect((await together(workbookParts(large, packer))).equals(await workbookOf(large))).toBe(true);
    expect(handed).toBeGreaterThan(0);
  });
});

describe('figures as text', () => {
  test('a CSV opens in spreadsheets, runs nothing, and has all tables side by side', async () => {
    const lines = (await together(csvParts(sampleContent()))).toString('utf8').split('\n');
    expect(lines[0]).toBe('\uFEFF名称,户外劳动者服务站点统计（歇脚）');
    const from = lines.indexOf('') + 1;
    expect(lines.slice(from)).toEqual([
      '名称,代码,存量与增减：期初站点（个）,存量与增减：期末站点（个）,到访：报送的到访（人次）,到访：平均每站每天（人次）',
      '合计,,1200,1210,＊,',
      '郑州市,410100,1200,1203,＊,0.123456789',
      "'=1+1<&>,'=cmd,0,7,,",
      '',
    ]);
  });

  test('JSON says what it is, and keeps back in words', () => {
    const read = JSON.parse(jsonOf(sampleContent({ stations: 'synthetic' })));
    expect(read.about.示例数据).toMatch(/不是真实站点/);
    expect(read.tables[1].rows[0].values).toEqual(['few', 0.123456789]);
    expect(read.definitions[3]).toMatchObject({ id: 'visits.mean', version: 1, counts: '平均每站每天怎么数' });
  });
});
