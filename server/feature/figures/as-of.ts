import { addDays, type Instant, instant, instantAt, parseDate, parseIso } from '../../../shared/kernel/instant.ts';
import type { FiguresRefusal } from '../../../shared/kernel/refused-figures.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { AsOf } from '../../../shared/stats/question.ts';
import type { Store } from '../../store/port.ts';

/**
 * How much of history somebody means: null is all there is, digits are a row's seq, and a time (a day, a minute, a second or finer, in
 * Asia/Shanghai) what was known when it was over. Refuses `as-of-not-past` for what is not over yet or was before the first row.
 */
export async function asOfSaid(
  store: Pick<Store, 'newestRow' | 'asOfSeq' | 'asOfAt'>,
  said: string | null,
  now: Instant,
): Promise<Result<AsOf, FiguresRefusal>> {
  if (said === null) return ok(await store.newestRow());
  const found = /^\d{1,15}$/.test(said) ? await store.asOfSeq(Number(said)) : await atTime(store, said, now);
  return found === null ? refuse({ kind: 'as-of-not-past', at: said }) : ok(found);
}

async function atTime(store: Pick<Store, 'asOfAt'>, said: string, now: Instant): Promise<AsOf | null> {
  const end = endOf(said);
  return end === null || end > now ? null : store.asOfAt(instant(end - 1));
}

/** The first millisecond after what is named. */
function endOf(said: string): Instant | null {
  const day = parseDate(said);
  if (day !== null) return instantAt(addDays(day, 1), 0);
  const begin = parseIso(/[+Z]/.test(said) ? said : `${said}+08:00`);
  if (begin === null) return null;
  const [, seconds, part] = /T\d{2}:\d{2}(:\d{2})?(\.\d{1,3})?/.exec(said) ?? [];
  if (seconds === undefined) return instant(begin + 60_000);
  return instant(begin + 1000 / 10 ** Math.max(0, (part ?? '.').length - 1));
}
