import type { FileRefusal } from '../../../shared/kernel/refusal.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { LedgerRows } from '../import/ledger-worker.ts';
import type { Atlas } from '../import/placed.ts';
import type { Book } from './book.ts';

/** A file found sound. Whoever has read enough closes it. */
export type OpenLedger = LedgerRows & { close(): Promise<void> };

/** What goes on behind the answers to a clerk: one thing after another, each to its end, also over a restart. */
export type LedgerJobs = {
  readonly atlas: Atlas;
  /** Reads an uploaded file where it can do no harm. */
  read(bytes: Uint8Array, name: string): Promise<Result<OpenLedger, FileRefusal>>;
  /** The bytes of a workbook, made where it holds no answer up. */
  write(book: Book): Promise<Uint8Array>;
  /** Plans a ledger that is `planning`; resolves when it has been. */
  plan(id: string): Promise<void>;
  /** Commits a ledger that is `committing`; resolves when it has been. */
  commit(id: string): Promise<void>;
};
