import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import { ANSWERED } from '../../../shared/report/report.ts';
import type { SettingKey } from '../../../shared/station/settings.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { HeldReport, UnionMoments } from '../../store/port/inbox.ts';
import type { UnionBook } from '../unions/book.ts';

const DAY_MS = 86_400_000;
type DaysKey = Extract<SettingKey, 'report-answer-days' | 'report-keep-days'>;

/** What came before these moments should have been answered by now: each union of the branch by its own setting. */
export function answerMoments(book: UnionBook, top: UnionId, now: Instant): UnionMoments {
  return momentsOf(book, { top, key: 'report-answer-days' }, now);
}

/** What was answered before these moments has been kept long enough. */
export function keepMoments(book: UnionBook, top: UnionId, now: Instant): UnionMoments {
  return momentsOf(book, { top, key: 'report-keep-days' }, now);
}

/** `now` less the days each union of the branch has set; the unions that differ from the top are few, or none. */
function momentsOf(
  book: UnionBook,
  { top, key }: { readonly top: UnionId; readonly key: DaysKey },
  now: Instant,
): UnionMoments {
  const usual = book.settingsOf(top, now)[key];
  const others = new Map<number, UnionId[]>();
  for (const union of book.branchOf(top)) {
    const days = book.settingsOf(union, now)[key];
    if (days !== usual) others.set(days, [...(others.get(days) ?? []), union]);
  }
  const before = (days: number) => instant(now - days * DAY_MS);
  return {
    before: before(usual),
    others: [...others].map(([days, unions]) => ({ before: before(days), unions })),
  };
}

export function isOverdue({ report, union }: HeldReport, { before, others }: UnionMoments): boolean {
  const own = others.find(({ unions }) => unions.includes(union))?.before ?? before;
  return !ANSWERED.includes(report.state) && report.at < own;
}
