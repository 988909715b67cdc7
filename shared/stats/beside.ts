import { type Day, dayOf, parseDate } from '../kernel/instant.ts';
import type { Entry } from '../station/entry.ts';
import type { EntryCase } from './cases.ts';
import type { Beside, Span } from './fold.ts';
import type { Run } from './sink.ts';

/** Of a station what was counted and written down beside it within the span; gathered only where an indicator reads it. */
export function besides(run: Run): (station: number) => Beside {
  const { plan, span } = run;
  const readers = [...plan.closing, ...plan.medians].map(({ fold }) => fold);
  const reads = (what: 'visits' | 'entries') => readers.some((fold) => 'reads' in fold && fold.reads?.includes(what));
  const visits = reads('visits') ? visitsIn(run) : new Map<number, number>();
  const entries = reads('entries') ? entriesIn(run) : new Map<number, Entry[]>();
  const nothing: Beside = { span, visits: 0, entries: [] };
  if (visits.size === 0 && entries.size === 0) return () => nothing;
  return (station) => ({ span, visits: visits.get(station) ?? 0, entries: entries.get(station) ?? [] });
}

/** Places in `chronicle.visits` of what was scanned within the span and told before the day of asOf. */
export function visitsWithin({ chronicle, span, question }: Run): readonly number[] {
  const { day, receivedOn } = chronicle.visits;
  const today = dayOf(question.asOf.at);
  const within: number[] = [];
  for (let at = 0; at < day.length; at++) {
    const on = day[at] ?? 0;
    if (on >= span.first && on <= span.last && (receivedOn[at] ?? 0) < today) within.push(at);
  }
  return within;
}

function visitsIn(run: Run): Map<number, number> {
  const { station, count } = run.chronicle.visits;
  const sums = new Map<number, number>();
  for (const at of visitsWithin(run)) {
    const of = station[at] ?? 0;
    sums.set(of, (sums.get(of) ?? 0) + (count[at] ?? 0));
  }
  return sums;
}

function entriesIn({ chronicle, question, span }: Run): Map<number, Entry[]> {
  const byStation = new Map<number, Entry[]>();
  for (const kept of chronicle.cases.entries) {
    if (kept.station < 0) continue;
    const held = entryAt(kept, question.asOf.seq, span);
    if (held === null) continue;
    const known = byStation.get(kept.station);
    if (known === undefined) byStation.set(kept.station, [held.entry]);
    else known.push(held.entry);
  }
  return byStation;
}

/** An entry as it was known; null when it was not, is withdrawn, or is of a day after the span. */
export function entryAt(
  { kept }: EntryCase,
  seq: number,
  { last }: Span,
): { readonly entry: Entry; readonly on: Day; readonly seq: number } | null {
  for (let at = kept.length - 1; at >= 0; at--) {
    const held = kept[at];
    if (held === undefined || held.seq > seq) continue;
    const on = parseDate(held.entry.day);
    return held.entry.isWithdrawn || on === null || on > last ? null : { entry: held.entry, on, seq: held.seq };
  }
  return null;
}
