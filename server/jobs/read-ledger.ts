import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { FileRefusal } from '../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import type { Columns } from '../feature/import/columns.ts';
import type { LedgerRows } from '../feature/import/ledger-worker.ts';
import type { ReadRow } from '../feature/import/row.ts';

type Message =
  | { readonly kind: 'refused'; readonly refusal: FileRefusal }
  | { readonly kind: 'rows'; readonly rows: readonly ReadRow[] }
  | { readonly kind: 'done'; readonly columns: Columns; readonly skipped: number };

/** A hostile file may eat this much of its own thread and no more. */
const MAX_HEAP_MB = 512;

/** The ledger of a file, read in a thread of its own: a bad file ends the thread, never the process. */
export function readInWorker(path: string): Promise<Result<LedgerRows, FileRefusal>> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    return Promise.resolve(refuse({ kind: 'file-missing', name: path }));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-ledger.js', import.meta.url), {
      workerData: path,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    const rows: ReadRow[] = [];
    worker.on('message', (message: Message) => {
      if (message.kind === 'rows') {
        for (const row of message.rows) rows.push(row);
        // The loop turns before the next piece is asked for.
        setImmediate(() => worker.postMessage('more'));
      } else if (message.kind === 'refused') resolve(refuse(message.refusal));
      else resolve(ok({ columns: message.columns, rows, skipped: message.skipped }));
    });
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve(refuse({ kind: 'file-unpacks-too-large', max: MAX_HEAP_MB * 1_000_000 }));
      else reject(error);
    });
  });
}
