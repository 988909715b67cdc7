import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileRefusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Columns } from './columns.ts';
import { FILE_LIMITS, readLedger } from './read-file.ts';
import { type ReadRow, readRows } from './row.ts';

export type LedgerRows = { readonly columns: Columns; readonly rows: readonly ReadRow[]; readonly skipped: number };

/** Reads a file from disk; too large a one is refused before a byte of it is loaded. */
export async function readLedgerFile(path: string): Promise<Result<LedgerRows, FileRefusal>> {
  const name = basename(path);
  const { size } = await stat(path);
  if (size > FILE_LIMITS.bytes) return refuse({ kind: 'file-too-large', bytes: size, max: FILE_LIMITS.bytes });
  const ledger = await readLedger(await readFile(path), name);
  if (!ledger.ok) return ledger;
  return ok({ columns: ledger.value.columns, ...readRows(ledger.value) });
}
