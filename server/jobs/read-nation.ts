import { Worker } from 'node:worker_threads';
import type { PackColumns } from '../../shared/feed/columns.ts';

/** All published stations, read and put in order in a thread of its own: seconds of work that hold nothing up. */
export function readNationInWorker(): Promise<PackColumns> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-nation.js', import.meta.url));
    worker.once('message', (columns: PackColumns) => resolve(columns));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`read-nation ended with ${code}`));
    });
  });
}
