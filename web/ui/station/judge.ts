import type { DateText, Instant } from '../../../shared/kernel/instant.ts';
import type { OpenAnswer } from '../../../shared/station/open.ts';
import { travel } from '../words/distance.ts';

/** Which of the five shapes a station wears; `too-late` wears the closed one. */
export type Look = 'open' | 'closing' | 'closed' | 'unknown' | 'suspended';

/** What a worker standing `distance` metres away is told about the door. */
export type Verdict =
  | { readonly kind: 'open'; readonly until: Instant | null }
  | { readonly kind: 'closing'; readonly until: Instant; readonly minutesLeft: number }
  | { readonly kind: 'too-late'; readonly until: Instant }
  | { readonly kind: 'closed'; readonly opensAt: Instant | null }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'suspended'; readonly reason: string | null; readonly until: DateText | null };

const CLOSING_MINUTES = 30;
/** Minutes a person wants inside, at least, after the way there. */
const STAY_MINUTES = 10;
const MINUTE_MS = 60_000;

export type Where = { readonly now: Instant; readonly distance: number | null };

/** Closing soon = at most 30 minutes left, or less than the way there and 10 minutes inside. */
export function judge(answer: OpenAnswer, { now, distance }: Where): Verdict {
  if (answer.state === 'unknown') return { kind: 'unknown' };
  if (answer.state === 'closed') return { kind: 'closed', opensAt: answer.opensAt };
  const { until } = answer;
  if (until === null) return { kind: 'open', until };
  const minutesLeft = Math.floor((until - now) / MINUTE_MS);
  const way = distance === null ? 0 : travel(distance).minutes;
  if (minutesLeft < way) return { kind: 'too-late', until };
  if (minutesLeft <= CLOSING_MINUTES || minutesLeft < way + STAY_MINUTES)
    return { kind: 'closing', until, minutesLeft };
  return { kind: 'open', until };
}

export function lookOf(verdict: Verdict): Look {
  return verdict.kind === 'too-late' ? 'closed' : verdict.kind;
}

/** Whether walking there now makes sense. */
export function isReachable(verdict: Verdict): boolean {
  return verdict.kind === 'open' || verdict.kind === 'closing';
}
