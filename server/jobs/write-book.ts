import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Book } from '../feature/ledgers/book.ts';
import { workerFile } from './worker-file.ts';

/** Makes a workbook in a thread of its own: twenty thousand rows take seconds. */
export async function writeInWorker(book: Book): Promise<Uint8Array> {
  const worker = new Worker(workerFile('write-book'), { workerData: book });
  const [bytes]: Uint8Array[] = await once(worker, 'message');
  if (bytes === undefined) throw new Error('a workbook was not written');
  return bytes;
}
