import { Buffer } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileRefusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Columns } from './columns.ts';
import { bytesOf, bytesOfFile } from './file-bytes.ts';
import { FILE_LIMITS, readLedger } from './read-file.ts';
import { type LedgerPiece, readPieces } from './row.ts';

/** A ledger that was found sound. `pieces`: one pass over its rows; whoever needs another asks again. */
export type LedgerRows = { readonly columns: Columns; pieces(): AsyncIterable<LedgerPiece> };

/** Opens a file on disk; too large a one is refused before a byte of it is loaded. */
export async function readLedgerFile(path: string): Promise<Result<LedgerRows, FileRefusal>> {
  const { size } = await stat(path);
  if (size > FILE_LIMITS.bytes) return refuse({ kind: 'file-too-large', bytes: size, max: FILE_LIMITS.bytes });
  const ledger = await readLedger(bytesOfFile(path, size), basename(path));
  if (!ledger.ok) return ledger;
  return ok({ columns: ledger.value.columns, pieces: () => readPieces(ledger.value) });
}

/** A file on disk by its path, or one that was sent. */
export type LedgerSource = string | { readonly bytes: Uint8Array; readonly name: string };

export async function readLedgerBytes({
  bytes,
  name,
}: Exclude<LedgerSource, string>): Promise<Result<LedgerRows, FileRefusal>> {
  const ledger = await readLedger(bytesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), name);
  if (!ledger.ok) return ledger;
  return ok({ columns: ledger.value.columns, pieces: () => readPieces(ledger.value) });
}
