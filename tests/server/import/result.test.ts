import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { joinCells } from '../../../server/feature/import/cell.ts';
import { ResultRows, WORKBOOK_ROWS } from '../../../server/feature/import/report.ts';
import type { Outcome } from '../../../server/feature/import/run.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { messyWorkbook } from '../../fixtures/make/ledger.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { importInto, ledgerOf } from '../../fixtures/make/server-import.ts';
import { ROOT } from '../../law/modules.ts';

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

/** So many at once are read anew beside, while the earlier state is shown: whoever asks a while later sees them. */
async function countedLater({ clock, get }: TestServer): Promise<number> {
  clock.now = instant(clock.now + 1000);
  return (await (await get('/api/v1/health')).json()).stations;
}

/** As the command makes it: outcomes in pieces, the file's pieces one after another. */
async function fileOf(outcomes: readonly Outcome[], titles: readonly string[]) {
  const rows = new ResultRows();
  for (let at = 0; at < outcomes.length; at += 3_000) rows.add(outcomes.slice(at, at + 3_000));
  const { extension, pieces } = await rows.file(titles);
  return { extension, bytes: Buffer.concat([...pieces].map((piece) => Buffer.from(piece))) };
}

async function readBack(bytes: Buffer): Promise<string[][]> {
  const [sheet] = await readWorkbook(bytes, { trim: false, parseNumber: (text: string) => text });
  return (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

describe('the result workbook', () => {
  test('holds every row’s own text with what became of it and why, the ones to act on first', async () => {
    const { outcomes, titles } = await importInto(server, await ledgerOf(await messyWorkbook(), '台账.xlsx'));
    const file = await fileOf(outcomes, titles);
    expect(file.extension).toBe('xlsx');
    const [header, ...rows] = await readBack(file.bytes);
    expect(header).toEqual(['结果', '原因与该怎么做', '站点编码', '原行号', ...titles]);
    expect(titles).toContain('驿站名称*');
    expect(rows.map(([verdict]) => verdict)).toEqual([
      '没有导入',
      '没有导入',
      '待核对',
      '待核对',
      '新增',
      '新增',
      '新增',
      '新增',
    ]);
    expect(rows.map((row) => row[3])).toEqual(['9', '12', '8', '10', '4', '5', '6', '11']);
    for (const row of rows.slice(0, 4)) expect(row[1]).toMatch(/\p{Script=Han}.*。$/u);
    for (const row of rows.slice(4)) expect(row[2]).toMatch(/^\d{6} 1 \d{6} \d{2}$/);
    // Full width as it was typed: nobody's text is corrected behind their back.
    expect(rows.find((row) => row[3] === '4')).toEqual(
      expect.arrayContaining(['示例金水路驿站', '金水路１号', '８：００—１７：３０']),
    );
  });

  test('shows a cell that a spreadsheet would run as text', async () => {
    const csv =
      '名称,地址,经度,纬度,备注\n"=HYPERLINK(""http://x"")",甲路,113.6,34.7,@SUM(A1)\n乙站,乙路,113.6,34.7,-5\n';
    const { outcomes, titles } = await importInto(server, csv);
    const rows = await readBack((await fileOf(outcomes, titles)).bytes);
    expect(rows[1]).toEqual(expect.arrayContaining([`'=HYPERLINK("http://x")`, `'@SUM(A1)`]));
    expect(rows[2]).toEqual(expect.arrayContaining(['-5']));
    expect(rows.flat().filter((cell) => /^[=@]/.test(cell))).toEqual([]);
  });

  test(`beyond ${WORKBOOK_ROWS} rows is CSV with a mark for spreadsheets, formulas escaped all the same`, async () => {
    const one: Outcome = {
      kind: 'same',
      number: 2,
      cells: joinCells(['甲,乙', '=1+1']),
      code: null,
      flags: [],
      notes: [],
      refusal: null,
    };
    const file = await fileOf(
      Array.from({ length: WORKBOOK_ROWS + 1 }, () => one),
      ['名称', '地址'],
    );
    expect(file.extension).toBe('csv');
    expect(file.bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const rows: string[][] = parse(file.bytes, { bom: true });
    expect(rows).toHaveLength(WORKBOOK_ROWS + 2);
    expect(rows[1]).toEqual(['没变', '', '', '2', '甲,乙', `'=1+1`]);
  });
});

const REFERENCE = process.env.REFERENCE_DATA ?? resolve(ROOT, '../shared/data');
const isThere = existsSync(join(REFERENCE, 'zhengzhou-ledger.csv'));
const absent = isThere ? '' : ' (reference data absent)';

describe(`real ledgers${absent}`, () => {
  const read = async (name: string) => ledgerOf(await readFile(join(REFERENCE, name)), name);

  test.skipIf(!isThere)(
    `a city’s forty stations: none lost, the far one flagged, all the same again${absent}`,
    async () => {
      const ledger = await read('zhengzhou-ledger.csv');
      const first = await importInto(server, ledger);
      expect(first.summary).toEqual({ read: 40, new: 39, changed: 0, same: 0, flagged: 1, refused: 0 });
      const [far] = first.outcomes.filter(({ kind }) => kind === 'flagged');
      expect(far?.flags.map(({ kind }) => kind)).toEqual(['outside-named-region']);
      const before = await server.store.counter();
      expect((await importInto(server, ledger)).summary).toEqual({
        read: 40,
        new: 0,
        changed: 0,
        same: 40,
        flagged: 0,
        refused: 0,
      });
      expect(await server.store.counter()).toEqual(before);
    },
  );

  test.skipIf(!isThere)(
    `seven thousand shops over the country: none lost${absent}`,
    async () => {
      const { summary } = await importInto(server, await read('poi-stores-cn.csv'));
      const { read: rows, ...became } = summary;
      expect(rows).toBe(7209);
      expect(Object.values(became).reduce((sum, count) => sum + count, 0)).toBe(7209);
      expect(summary.refused).toBe(0);
      expect(summary.new).toBeGreaterThan(6500);
      await expect.poll(() => countedLater(server)).toBe(summary.new);
    },
    60_000,
  );
});
