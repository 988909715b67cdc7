import { Worker } from 'node:worker_threads';
import type { MakeExport } from '../feature/export/job.ts';

type Message =
  | { readonly kind: 'rows'; readonly rows: number }
  | { readonly kind: 'done'; readonly made: { readonly bytes: number } | null };

/** Makes a file in a thread of its own: twenty thousand rows of a workbook never hold an answer up. */
export const makeExportInWorker: MakeExport = (job, path, { wrote, stop }) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./export-list.js', import.meta.url), { workerData: { job, path } });
    let made: { readonly bytes: number } | null = null;
    const letGo = () => worker.postMessage('stop');
    stop.addEventListener('abort', letGo, { once: true });
    if (stop.aborted) letGo();
    worker.on('message', (message: Message) => {
      if (message.kind === 'rows') wrote(message.rows);
      else made = message.made;
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      stop.removeEventListener('abort', letGo);
      if (code === 0) resolve(made);
      else reject(new Error(`export-list ended with ${code}`));
    });
  });
