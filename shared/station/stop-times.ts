import { addDays, DAY_MINUTES, dayOf, type Instant, instantAt, weekdayOf } from '../kernel/instant.ts';
import type { Stop } from './station.ts';

/** `until` set: the vehicle stands there now. `nextAt`: when it comes next, null when no time was written down. */
export type StopNow = { readonly stop: Stop; readonly until: Instant | null; readonly nextAt: Instant | null };

const WEEK_DAYS = 7;

/** The stops of a mobile station as they stand at an instant: where it is now first, then by when it comes. */
export function stopsAt(stops: readonly Stop[], at: Instant): readonly StopNow[] {
  return stops
    .map((stop) => ({ stop, until: standsUntil(stop, at), nextAt: comesAt(stop, at) }))
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ until, nextAt }: StopNow): number {
  if (until !== null) return Number.NEGATIVE_INFINITY;
  return nextAt ?? Number.POSITIVE_INFINITY;
}

/** Every stay that begins between yesterday and a week from now, in no order. */
function stays({ spans }: Stop, at: Instant): readonly { readonly from: Instant; readonly to: Instant }[] {
  const today = dayOf(at);
  const all: { from: Instant; to: Instant }[] = [];
  for (let ahead = -1; ahead <= WEEK_DAYS; ahead++) {
    const day = addDays(today, ahead);
    for (const stay of spans) {
      if (stay.weekday !== weekdayOf(day) || !isStay(stay)) continue;
      const { span } = stay;
      all.push({ from: instantAt(day, span[0]), to: instantAt(day, span[1]) });
    }
  }
  return all;
}

/** Times that no clock shows, on days no week has, are not believed: they came from somebody's sheet. */
export function isStay({ weekday, span: [from, to] }: Stop['spans'][number]): boolean {
  return Number.isInteger(weekday) && weekday >= 0 && weekday < WEEK_DAYS && isSpan(from, to);
}

function isSpan(from: number, to: number): boolean {
  return from >= 0 && from < DAY_MINUTES && to > from && to <= from + DAY_MINUTES;
}

function standsUntil(stop: Stop, at: Instant): Instant | null {
  const now = stays(stop, at).filter(({ from, to }) => from <= at && at < to);
  return now.reduce<Instant | null>((last, { to }) => (last === null || to > last ? to : last), null);
}

function comesAt(stop: Stop, at: Instant): Instant | null {
  const later = stays(stop, at).filter(({ from }) => from > at);
  return later.reduce<Instant | null>((first, { from }) => (first === null || from < first ? from : first), null);
}
