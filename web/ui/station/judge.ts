import type { DateText, Instant } from '../../../shared/kernel/instant.ts';
import { urgencyOf } from '../../../shared/station/hours-words.ts';
import type { OpenAnswer } from '../../../shared/station/open.ts';
import { travel } from '../words/distance.ts';

/** Which of the five shapes a station wears; `too-late` wears the closed one. */
export type Look = 'open' | 'closing' | 'closed' | 'unknown' | 'suspended';

/** What a worker standing `distance` metres away is told about the door. */
export type Verdict =
  | { readonly kind: 'open'; readonly until: Instant | null }
  | { readonly kind: 'closing'; readonly until: Instant }
  | { readonly kind: 'too-late'; readonly until: Instant }
  | { readonly kind: 'closed'; readonly opensAt: Instant | null }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'suspended'; readonly reason: string | null; readonly until: DateText | null };

export type Where = { readonly now: Instant; readonly distance: number | null };

/** Whether there is time enough is the shared rule; the way there is reckoned from the distance. */
export function judge(answer: OpenAnswer, { now, distance }: Where): Verdict {
  if (answer.state === 'unknown') return { kind: 'unknown' };
  if (answer.state === 'closed') return { kind: 'closed', opensAt: answer.opensAt };
  const { until } = answer;
  if (until === null) return { kind: 'open', until };
  const urgency = urgencyOf(until, now, distance === null ? 0 : travel(distance).minutes);
  return urgency === 'ample' ? { kind: 'open', until } : { kind: urgency, until };
}

export function lookOf(verdict: Verdict): Look {
  return verdict.kind === 'too-late' ? 'closed' : verdict.kind;
}

/** Whether walking there now makes sense. */
export function isReachable(verdict: Verdict): boolean {
  return verdict.kind === 'open' || verdict.kind === 'closing';
}
