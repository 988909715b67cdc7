import type { Buffer } from 'node:buffer';
import { extname } from 'node:path';
import { CsvError } from 'csv-parse';
import readWorkbook from 'read-excel-file/node';
import type { FileRefusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { fitCell } from './cell.ts';
import { type Columns, findColumns, LAST_HEADER_ROW } from './columns.ts';
import { csvFormOf, csvRecords } from './csv.ts';
import { type FileBytes, headOf, wholeOf } from './file-bytes.ts';
import { guardWorkbook, type SheetFacts, WORKBOOK_LIMITS } from './zip-guard.ts';

export const FILE_LIMITS = { bytes: 45_000_000, csvRows: 1_000_000 } as const;

/** A ledger as text cells, the header found. `rows`: a pass over what stands under it; `first` is the number a spreadsheet shows for the first of them. */
export type Ledger = {
  readonly columns: Columns;
  rows(): AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
  readonly first: number;
  /** `row:column` (from 0 in `rows`) of cells that hold a formula. */
  readonly formulas: ReadonlySet<string>;
};

type Sheet = { readonly rows: string[][]; readonly facts: SheetFacts | null };

/** The ledger inside a file; `name` tells the kind it claims to be, the bytes tell the kind it is. */
export async function readLedger(bytes: FileBytes, name: string): Promise<Result<Ledger, FileRefusal>> {
  if (bytes.size > FILE_LIMITS.bytes)
    return refuse({ kind: 'file-too-large', bytes: bytes.size, max: FILE_LIMITS.bytes });
  if (bytes.size === 0) return refuse({ kind: 'file-empty' });
  const head = await headOf(bytes);
  const zip = head.subarray(0, 2).toString('latin1') === 'PK';
  const extension = extname(name).toLowerCase();
  if (extension === '.xlsx') return zip ? readBook(await wholeOf(bytes), name) : refuse({ kind: 'file-kind', name });
  if (extension === '.csv' || extension === '.txt' || extension === '.tsv') {
    return zip || head.subarray(0, 4).toString('hex') === 'd0cf11e0'
      ? refuse({ kind: 'file-kind', name })
      : readCsv(bytes, name);
  }
  return refuse(extension === '.xlsm' ? { kind: 'file-has-macros' } : { kind: 'file-kind', name });
}

async function readBook(bytes: Buffer, name: string): Promise<Result<Ledger, FileRefusal>> {
  const sheets = await readXlsx(bytes, name);
  if (!sheets.ok) return sheets;
  for (const { rows, facts } of sheets.value) {
    const columns = findColumns(rows);
    if (columns) return ok(ledgerOf(rows, columns, facts));
  }
  return refuse(noLedger(sheets.value.every(({ rows }) => rows.every(isEmptyRow))));
}

function noLedger(blank: boolean): FileRefusal {
  return blank ? { kind: 'file-empty' } : { kind: 'file-no-header', wanted: ['站点名称', '地址', '经度', '纬度'] };
}

function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

async function readXlsx(bytes: Buffer, name: string): Promise<Result<readonly Sheet[], FileRefusal>> {
  const guarded = await guardWorkbook(bytes, name);
  if (!guarded.ok) return guarded;
  try {
    const sheets = await readWorkbook(bytes, { trim: false, parseNumber: (text: string) => text });
    const facts = [...guarded.value.values()];
    return ok(
      sheets.map(({ data }, index) => ({ rows: data.map((row) => row.map(cellOf)), facts: facts[index] ?? null })),
    );
  } catch {
    return refuse({ kind: 'file-broken', name });
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateOrTime(value);
  return fitCell(String(value));
}

/** Excel keeps a time of day as a fraction of the first day of its calendar. */
function dateOrTime(value: Date): string {
  const iso = value.toISOString();
  return value.getUTCFullYear() < 1901 ? iso.slice(11, 16) : iso.slice(0, 10);
}

/** Read through once before a row is believed: a fault on the last line must not be found when half of it is registered. */
async function readCsv(bytes: FileBytes, name: string): Promise<Result<Ledger, FileRefusal>> {
  const form = await csvFormOf(bytes);
  if (form === null) return refuse({ kind: 'file-encoding' });
  const top: string[][] = [];
  let count = 0;
  let blank = true;
  try {
    for await (const cells of csvRecords(bytes, form)) {
      if (++count > FILE_LIMITS.csvRows) return refuse({ kind: 'file-too-many-rows', max: FILE_LIMITS.csvRows });
      if (cells.length > WORKBOOK_LIMITS.columns)
        return refuse({ kind: 'file-too-wide', max: WORKBOOK_LIMITS.columns });
      if (top.length < LAST_HEADER_ROW) top.push(cells);
      blank &&= isEmptyRow(cells);
    }
  } catch (error) {
    if (error instanceof CsvError) return refuse({ kind: 'file-broken', name });
    throw error;
  }
  const columns = findColumns(top);
  if (!columns) return refuse(noLedger(blank));
  const first = columns.headerRow + 1;
  return ok({ columns, rows: () => afterFirst(csvRecords(bytes, form), first), first: first + 1, formulas: new Set() });
}

async function* afterFirst(records: AsyncIterable<string[]>, count: number): AsyncGenerator<string[]> {
  let at = 0;
  for await (const record of records) if (at++ >= count) yield record;
}

function ledgerOf(rows: string[][], columns: Columns, facts: SheetFacts | null): Ledger {
  const start = columns.headerRow + 1;
  for (const { top, left, bottom, right } of facts?.merges ?? []) {
    if (top < start) continue;
    const text = rows[top]?.[left] ?? '';
    for (let r = top; r <= Math.min(bottom, rows.length - 1); r++)
      for (let c = left; c <= right; c++) fill(rows, [r, c], text);
  }
  const formulas = new Set([...(facts?.formulas ?? [])].map((key) => shift(key, start)));
  const below = rows.slice(start);
  return { columns, rows: () => below, first: start + 1, formulas };
}

function fill(rows: string[][], [row, column]: readonly [number, number], text: string): void {
  const cells = rows[row];
  if (cells && (cells[column] ?? '') === '') cells[column] = text;
}

function shift(key: string, start: number): string {
  const [row, column] = key.split(':');
  return `${Number(row) - start}:${column}`;
}
