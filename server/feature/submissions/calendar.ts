import { type Union, unionKind } from '../../../shared/actor/union-edit.ts';
import { type Day, dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import type { RegionLevel } from '../../../shared/station/region.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { lastDayOf, type Period } from '../../../shared/stats/period.ts';
import type { SubmissionState } from '../../../shared/stats/submission.ts';
import { PERIOD_KINDS, type PeriodKind, periodsUntil, submissionDue } from '../../../shared/stats/submission-due.ts';
import type { UnionBook } from '../unions/book.ts';

/** Periods looked back over: a year of each kind, and the one that runs. */
const BACK: { readonly [K in PeriodKind]: number } = { month: 13, quarter: 5, year: 2 };

/** What is judged against: the tree and its settings, now, and since when anything was written down. */
export type Reckoning = { readonly book: UnionBook; readonly at: Instant; readonly begunAt: Instant };

/** Unions of a division hand in figures; towns and industries are counted in theirs. */
export function reports(union: Pick<Union, 'id' | 'closedOn'>): boolean {
  return unionKind(union.id) === 'region' && union.closedOn === null;
}

/** Right below a union, those that hand in figures. */
export function reportingBelow(book: UnionBook, union: UnionId): readonly Union[] {
  return book.below(union).filter(reports);
}

/** The newest first, the running one too; none that was over before the register began. */
export function periodsShown({ at, begunAt }: Reckoning, kind: PeriodKind): readonly Period[] {
  return periodsUntil(dayOf(at), kind, BACK[kind]).filter((period) => lastDayOf(period) >= dayOf(begunAt));
}

/** All kinds, only what is over. */
export function periodsOver(reckoning: Reckoning): readonly Period[] {
  return PERIOD_KINDS.flatMap((kind) => periodsShown(reckoning, kind)).filter((period) => isOver(period, reckoning.at));
}

export function isOver(period: Period, at: Instant): boolean {
  return lastDayOf(period) < dayOf(at);
}

export function dueOf({ book, at }: Pick<Reckoning, 'book' | 'at'>, union: UnionId, period: Period): Day {
  return submissionDue(period, levelOf(union), book.settingsOf(union, at)['report-due-days']);
}

/** Of a region's own union, whose id is the region's code. */
export function levelOf(union: UnionId): RegionLevel {
  if (union === '000000') return 'nation';
  if (union.endsWith('0000')) return 'province';
  return union.endsWith('00') ? 'city' : 'county';
}

/** Not handed in, or sent back and not handed in again, after its day. */
export function isLate(
  reckoning: Pick<Reckoning, 'book' | 'at'>,
  { union, period, state }: { readonly union: UnionId; readonly period: Period; readonly state: SubmissionState },
): boolean {
  return (state === 'open' || state === 'returned') && dayOf(reckoning.at) > dueOf(reckoning, union, period);
}

export function dueText(reckoning: Pick<Reckoning, 'book' | 'at'>, union: UnionId, period: Period): string {
  return dateText(dueOf(reckoning, union, period));
}
