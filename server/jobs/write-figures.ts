import { Worker } from 'node:worker_threads';
import type { FileMade } from '../feature/workbooks/figure-files.ts';
import type { FileContent } from '../feature/workbooks/file.ts';
import type { Watch } from './figure-file-keeper.ts';
import { buffersOf } from './figures-question.ts';
import { SHORT_LIVED, workerFile } from './worker-file.ts';

/**
 * Writes a file of figures in a thread of its own: a row for every county takes seconds. Its figures are handed over, so that the caller
 * has them no more. Rejects when it was stopped.
 */
export function writeFiguresInWorker(file: FileContent, path: string, { stop, gauge }: Watch): Promise<FileMade> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('write-figures'), {
      resourceLimits: SHORT_LIVED,
      workerData: { file, path, cells: gauge.cells },
      transferList: file.content.tables.flatMap(({ figures }) => buffersOf(figures)),
    });
    let made: FileMade | null = null;
    const letGo = () => worker.terminate();
    stop.addEventListener('abort', letGo, { once: true });
    worker.on('message', (message: FileMade) => {
      made = message;
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      stop.removeEventListener('abort', letGo);
      if (made !== null) resolve(made);
      else reject(new Error('a file of figures was not written'));
    });
  });
}
