import type { Buffer } from 'node:buffer';
import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import type { FileRefusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { type Columns, findColumns } from './columns.ts';
import { guardWorkbook, type SheetFacts } from './zip-guard.ts';

export const FILE_LIMITS = { bytes: 45_000_000, csvRows: 1_000_000 } as const;

/** A ledger as text cells, the header found. `rows` start after the header; `first` is the number a spreadsheet shows for rows[0]. */
export type Ledger = {
  readonly columns: Columns;
  readonly rows: readonly (readonly string[])[];
  readonly first: number;
  /** `row:column` (from 0 in `rows`) of cells that hold a formula. */
  readonly formulas: ReadonlySet<string>;
};

type Sheet = { readonly rows: string[][]; readonly facts: SheetFacts | null };

/** The ledger inside a file's bytes; `name` tells the kind it claims to be, the bytes tell the kind it is. */
export async function readLedger(bytes: Buffer, name: string): Promise<Result<Ledger, FileRefusal>> {
  if (bytes.length > FILE_LIMITS.bytes)
    return refuse({ kind: 'file-too-large', bytes: bytes.length, max: FILE_LIMITS.bytes });
  if (bytes.length === 0) return refuse({ kind: 'file-empty' });
  const sheets = await readSheets(bytes, name);
  if (!sheets.ok) return sheets;
  for (const { rows, facts } of sheets.value) {
    const columns = findColumns(rows);
    if (columns) return ok(ledgerOf(rows, columns, facts));
  }
  const blank = sheets.value.every(({ rows }) => rows.every((row) => row.every((cell) => cell.trim() === '')));
  return refuse(
    blank ? { kind: 'file-empty' } : { kind: 'file-no-header', wanted: ['站点名称', '地址', '经度', '纬度'] },
  );
}

async function readSheets(bytes: Buffer, name: string): Promise<Result<readonly Sheet[], FileRefusal>> {
  const zip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const extension = extname(name).toLowerCase();
  if (extension === '.xlsx') return zip ? readXlsx(bytes, name) : refuse({ kind: 'file-kind', name });
  if (extension === '.csv' || extension === '.txt' || extension === '.tsv') {
    return zip || bytes.subarray(0, 4).toString('hex') === 'd0cf11e0'
      ? refuse({ kind: 'file-kind', name })
      : readCsv(bytes, name);
  }
  return refuse(extension === '.xlsm' ? { kind: 'file-has-macros' } : { kind: 'file-kind', name });
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
  return String(value);
}

/** Excel keeps a time of day as a fraction of the first day of its calendar. */
function dateOrTime(value: Date): string {
  const iso = value.toISOString();
  return value.getUTCFullYear() < 1901 ? iso.slice(11, 16) : iso.slice(0, 10);
}

function readCsv(bytes: Buffer, name: string): Result<readonly Sheet[], FileRefusal> {
  const text = decodeText(bytes);
  if (text === null) return refuse({ kind: 'file-encoding' });
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: FILE_LIMITS.csvRows + 1,
    });
    if (rows.length > FILE_LIMITS.csvRows) return refuse({ kind: 'file-too-many-rows', max: FILE_LIMITS.csvRows });
    return ok([{ rows, facts: null }]);
  } catch {
    return refuse({ kind: 'file-broken', name });
  }
}

/** UTF-8, UTF-16 with its mark (Excel's "Unicode text"), else GB18030; null when it is none of them. */
export function decodeText(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.includes(0)) return null;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return null;
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 5000);
  const count = (sign: string) => head.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
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
  return { columns, rows: rows.slice(start), first: start + 1, formulas };
}

function fill(rows: string[][], [row, column]: readonly [number, number], text: string): void {
  const cells = rows[row];
  if (cells && (cells[column] ?? '') === '') cells[column] = text;
}

function shift(key: string, start: number): string {
  const [row, column] = key.split(':');
  return `${Number(row) - start}:${column}`;
}
