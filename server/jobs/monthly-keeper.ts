import type { Logger } from 'pino';
import { makeMonthly, monthDue } from '../feature/workbooks/monthly.ts';

type Parts = Parameters<typeof makeMonthly>[0] & {
  /** Day of the month after from which a month's files are made. */
  readonly day: number;
  readonly log: Logger;
};

/** How often it is looked whether a month's files are due, and how long after a start for the first time. */
const EVERY_MS = 60 * 60_000;
const FIRST_MS = 60_000;

/** Until the answer is called; it resolves when nothing is being made any more. */
export function startMonthly({ day, log, ...parts }: Parts): () => Promise<void> {
  const stop = new AbortController();
  let last: Promise<void> = Promise.resolve();
  const look = () => {
    last = last.then(async () => {
      if (stop.signal.aborted) return;
      try {
        const made = await makeMonthly(parts, monthDue(parts.now(), day), stop.signal);
        if (!made.ok) log.error({ refusal: made.refusal }, 'monthly figures');
        else if (made.value > 0) log.info({ files: made.value }, 'monthly figures');
      } catch (error) {
        log.error({ err: error }, 'monthly figures');
      }
    });
  };
  const first = setTimeout(look, FIRST_MS).unref();
  const timer = setInterval(look, EVERY_MS).unref();
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    stop.abort();
    await last;
  };
}
