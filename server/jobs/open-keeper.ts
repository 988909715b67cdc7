import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { dateText, dayOf, type Instant, minuteOf } from '../../shared/kernel/instant.ts';
import { addToIndex, type OpenFile, readIndex } from '../feature/open-data/files.ts';
import { workerFile } from './worker-file.ts';

type Parts = {
  readonly folder: string;
  readonly terms: string;
  readonly now: () => Instant;
  readonly log: Logger;
};

/** How often it is looked whether a day's files are due, and how long after a start for the first time. */
const EVERY_MS = 10 * 60_000;
const FIRST_MS = 30_000;
/** Minutes of the day from which on they are: when nobody is at a desk. */
const FROM_MINUTE = 3 * 60;

/** Until the answer is called; it resolves when nothing is being written any more. */
export function startOpenDumps(parts: Parts): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let isEnded = false;
  const look = () => {
    last = last.then(async () => {
      if (isEnded) return;
      await dumpIfDue(parts).catch((error: unknown) => parts.log.error({ err: error }, 'open data'));
    });
  };
  const first = setTimeout(look, FIRST_MS).unref();
  const timer = setInterval(look, EVERY_MS).unref();
  return async () => {
    isEnded = true;
    clearTimeout(first);
    clearInterval(timer);
    await last;
  };
}

async function dumpIfDue({ folder, terms, now, log }: Parts): Promise<void> {
  const at = now();
  const { files } = await readIndex(folder, terms);
  const isFirst = files.length === 0;
  if (files.some(({ day }) => day === dateText(dayOf(at)))) return;
  if (!isFirst && minuteOf(at) < FROM_MINUTE) return;
  const written = await dumpInWorker(folder, at);
  await addToIndex(folder, terms, written);
  log.info({ files: written.map(({ name, rows, bytes }) => ({ name, rows, bytes })) }, 'open data');
}

async function dumpInWorker(folder: string, at: Instant): Promise<readonly OpenFile[]> {
  const worker = new Worker(workerFile('dump-open'), { workerData: { folder, at } });
  const [files]: (readonly OpenFile[])[] = await once(worker, 'message');
  if (files === undefined) throw new Error('open data was not written');
  return files;
}
