import { describe, expect, test } from 'vitest';
import { splitCells } from '../../../server/feature/import/cell.ts';
import { bytesOf } from '../../../server/feature/import/file-bytes.ts';
import type { Ledger } from '../../../server/feature/import/read-file.ts';
import { FILE_LIMITS, readLedger } from '../../../server/feature/import/read-file.ts';
import { type LedgerPiece, readPieces } from '../../../server/feature/import/row.ts';
import { encodeGb18030 } from '../../fixtures/make/gb18030.ts';
import { messyCsv, messyWorkbook } from '../../fixtures/make/ledger.ts';
import { zipOf } from '../../fixtures/make/zip.ts';

async function rowsOf(ledger: Ledger): Promise<Pick<LedgerPiece, 'rows' | 'skipped'>> {
  const pieces: LedgerPiece[] = [];
  for await (const piece of readPieces(ledger)) pieces.push(piece);
  return { rows: pieces.flatMap(({ rows }) => rows), skipped: pieces.reduce((sum, { skipped }) => sum + skipped, 0) };
}

async function namesIn(bytes: Buffer, name: string): Promise<string[]> {
  const ledger = await readLedger(bytesOf(bytes), name);
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.refusal));
  const { rows } = await rowsOf(ledger.value);
  return rows.map(({ read, cells }) => (read.ok ? read.value.name : `! ${splitCells(cells).join('|')}`));
}

async function refusalOf(bytes: Buffer, name: string): Promise<string> {
  const ledger = await readLedger(bytesOf(bytes), name);
  return ledger.ok ? 'ok' : ledger.refusal.kind;
}

const CONTENT = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const SHEET = (rows: string) => Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);

describe('reading a ledger file', () => {
  test('the header is found under title rows, in a workbook on its second sheet', async () => {
    const ledger = await readLedger(bytesOf(await messyWorkbook()), '台账.xlsx');
    expect(ledger.ok && ledger.value.columns.at).toMatchObject({
      name: 1,
      district: 2,
      address: 3,
      lng: 4,
      lat: 5,
      hours: 6,
      facilities: 7,
    });
    expect(ledger.ok && ledger.value.columns.datum).toBe('gcj02');
    expect(ledger.ok && ledger.value.first).toBe(4);
  });

  test('UTF-8, UTF-8 with a mark, UTF-16 and GB18030 read the same', async () => {
    const text = messyCsv();
    const plain = await namesIn(Buffer.from(text, 'utf8'), 'a.csv');
    expect(plain).toHaveLength(8);
    expect(await namesIn(Buffer.from(`\uFEFF${text}`, 'utf8'), 'a.csv')).toEqual(plain);
    expect(await namesIn(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'a.csv')).toEqual(plain);
    expect(await namesIn(encodeGb18030(text), 'a.csv')).toEqual(plain);
  });

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text, 'utf8')],
    ['GB18030', encodeGb18030],
  ])('%s over many pieces of the file loses no character at their seams', async (_, encode) => {
    const names = Array.from({ length: 6_000 }, (_each, n) => `花园路驿站${n}`);
    const rows = names.map((name) => `${name},金水路,113.68,34.76\n`).join('');
    expect(await namesIn(encode(`名称,地址,经度,纬度\n${rows}`), 'a.csv')).toEqual(names);
  });

  test('blank rows and the sum at the bottom are no stations', async () => {
    const ledger = await readLedger(bytesOf(await messyWorkbook()), '台账.xlsx');
    expect(ledger.ok && (await rowsOf(ledger.value)).skipped).toBe(2);
  });

  test('a merged district cell speaks for every row it covers', async () => {
    const ledger = await readLedger(bytesOf(await messyWorkbook()), '台账.xlsx');
    const districts = ledger.ok
      ? (await rowsOf(ledger.value)).rows.slice(0, 3).map(({ read }) => read.ok && read.value.district)
      : [];
    expect(districts).toEqual(['金水区', '金水区', '金水区']);
  });

  test.each([
    ['a workbook named .csv', async () => messyWorkbook(), 'a.csv', 'file-kind'],
    ['text named .xlsx', async () => Buffer.from(messyCsv()), 'a.xlsx', 'file-kind'],
    ['the old binary format', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.xls', 'file-kind'],
    ['an empty file', async () => Buffer.alloc(0), 'a.csv', 'file-empty'],
    ['a file of blanks', async () => Buffer.from(',,\n,,\n'), 'a.csv', 'file-empty'],
    ['a table without our columns', async () => Buffer.from('甲,乙\n1,2\n'), 'a.csv', 'file-no-header'],
    ['bytes of no encoding', async () => Buffer.from([0xff, 0x80, 0x80, 0x00, 0x01]), 'a.csv', 'file-encoding'],
    ['a workbook cut in half', async () => (await messyWorkbook()).subarray(0, 900), 'a.xlsx', 'file-broken'],
    [
      'a quote that is never closed on its last line',
      async () => Buffer.from('名称,地址,经度,纬度\n甲站,甲路,113.6,34.7\n"乙站,乙路,113.6,34.7\n'),
      'a.csv',
      'file-broken',
    ],
    ['too many bytes', async () => Buffer.alloc(FILE_LIMITS.bytes + 1, 44), 'a.csv', 'file-too-large'],
  ])('%s is refused', async (_, ...[make, name, kind]) => {
    expect(await refusalOf(await make(), name)).toBe(kind);
  });

  test('a bomb is refused by what comes out of it', async () => {
    const bomb = zipOf([
      { name: '[Content_Types].xml', body: Buffer.from(CONTENT) },
      { name: 'xl/worksheets/sheet1.xml', body: Buffer.alloc(30_000_000, 32) },
    ]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(bomb, 'a.xlsx')).toBe('file-unpacks-too-large');
  });

  test('a million empty rows are refused before they are parsed', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, row) => `<row r="${row + 1}"/>`).join('');
    expect(await refusalOf(zipOf([{ name: 'xl/worksheets/sheet1.xml', body: SHEET(rows) }]), 'a.xlsx')).toBe(
      'file-too-many-rows',
    );
  });

  test('macros are refused', async () => {
    const book = zipOf([{ name: 'xl/vbaProject.bin', body: Buffer.from('macro') }]);
    expect(await refusalOf(book, 'a.xlsx')).toBe('file-has-macros');
    expect(await refusalOf(book, 'a.xlsm')).toBe('file-has-macros');
  });

  test('a formula in a field refuses its row and no other', async () => {
    const csv = '站点名称,地址,经度,纬度\n=HYPERLINK("http://x"),甲路,113.6,34.7\n乙站,乙路,113.6,34.7\n';
    const ledger = await readLedger(bytesOf(Buffer.from(csv)), 'a.csv');
    const reads = ledger.ok
      ? (await rowsOf(ledger.value)).rows.map(({ read }) => (read.ok ? 'ok' : read.refusal.kind))
      : [];
    expect(reads).toEqual(['field-formula', 'ok']);
  });
});
