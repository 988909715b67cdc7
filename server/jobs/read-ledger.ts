import { once } from 'node:events';
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { FileRefusal } from '../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import type { Columns } from '../feature/import/columns.ts';
import type { LedgerSource } from '../feature/import/ledger-worker.ts';
import type { LedgerPiece } from '../feature/import/row.ts';
import type { OpenLedger } from '../feature/ledgers/jobs.ts';
import { workerFile } from './worker-file.ts';

type Message =
  | { readonly kind: 'refused'; readonly refusal: FileRefusal }
  | { readonly kind: 'columns'; readonly columns: Columns }
  | { readonly kind: 'piece'; readonly text: string; readonly skipped: number }
  | { readonly kind: 'end' };

/** A hostile file may eat this much of its own thread and no more. Rows live briefly there: much young room is only slack. */
const HEAP_MB = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 12 } as const;

/** The ledger of a file, read in a thread of its own: a bad file ends the thread, never the process. */
export async function readInWorker(path: string): Promise<Result<OpenLedger, FileRefusal>> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return refuse({ kind: 'file-missing', name: path });
  return open(path);
}

/** The same of a file that was sent; `name` tells the kind it claims to be. */
export function readBytesInWorker(bytes: Uint8Array, name: string): Promise<Result<OpenLedger, FileRefusal>> {
  return open({ bytes, name });
}

async function open(file: LedgerSource): Promise<Result<OpenLedger, FileRefusal>> {
  const worker = new Worker(workerFile('read-ledger'), {
    workerData: file,
    resourceLimits: HEAP_MB,
  });
  try {
    const opened = await answerOf(worker);
    if (opened.kind === 'refused') {
      await worker.terminate();
      return refuse(opened.refusal);
    }
    if (opened.kind !== 'columns') throw new Error(`a ledger's thread began with ${opened.kind}`);
    const close = async () => {
      await worker.terminate();
    };
    return ok({ columns: opened.columns, pieces: () => piecesOf(worker), close });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      return refuse({ kind: 'file-unpacks-too-large', max: HEAP_MB.maxOldGenerationSizeMb * 1_000_000 });
    throw error;
  }
}

/** The next message; rejects when the thread dies of an error. Only while somebody waits does the thread keep the process alive. */
async function answerOf(worker: Worker): Promise<Message> {
  worker.ref();
  try {
    const [message]: Message[] = await once(worker, 'message');
    if (message === undefined) throw new Error("a ledger's thread said nothing");
    return message;
  } finally {
    worker.unref();
  }
}

/** The thread reads one piece ahead while the one before is worked on, and no more. */
async function* piecesOf(worker: Worker): AsyncGenerator<LedgerPiece> {
  let coming = ask(worker, 'first');
  try {
    for (;;) {
      const answer = await coming;
      if (answer.kind !== 'piece') return;
      coming = ask(worker, 'next');
      const { text, skipped } = answer;
      yield { rows: rowsOf(text), text, skipped };
    }
  } finally {
    // A pass given up half way leaves a piece on its way: the next pass must not take it for its own.
    await coming.catch(() => {});
  }
}

/** As text the rows are sent, read and kept for less than as copies of objects. */
function rowsOf(text: string): LedgerPiece['rows'] {
  return JSON.parse(text);
}

function ask(worker: Worker, what: 'first' | 'next'): Promise<Message> {
  const answer = answerOf(worker);
  worker.postMessage(what);
  return answer;
}
