import { type Day, dateText, parseDate } from '../../kernel/instant.ts';
import type { Entry, EntryBody, EntryKind } from '../../station/entry.ts';
import type { EntryFact, Span, SumFold } from '../fold.ts';

type Body<K extends EntryKind> = EntryBody[K];

/** Adds up what is said of each entry of a kind whose day lies within the span. */
export function within<K extends EntryKind>(kind: K, value: (body: Body<K>, span: Span) => number): SumFold {
  return {
    of: 'entry',
    kind,
    value: (fact, span) => (isWithin(fact, span) ? bodyValue(fact, kind, (body) => value(body, span)) : 0),
  };
}

/**
 * The same for what is written down by the year: of the year that the span ends in, up to its end. A month and a quarter show the
 * year so far, for what was spent in a year has no month.
 */
export function ofYear<K extends EntryKind>(kind: K, value: (body: Body<K>) => number): SumFold {
  return {
    of: 'entry',
    kind,
    value: (fact, span) => (yearOf(fact.on) === yearOf(span.last) ? bodyValue(fact, kind, value) : 0),
  };
}

export function isWithin({ on }: { readonly on: Day }, { first, last }: Span): boolean {
  return on >= first && on <= last;
}

/** The day lies within the span; a day that is not written down does not. */
export function dayWithin(day: string | null, span: Span): boolean {
  const on = day === null ? null : parseDate(day);
  return on !== null && isWithin({ on }, span);
}

export function daysIn({ first, last }: Span): number {
  return last - first + 1;
}

function yearOf(day: Day): string {
  return dateText(day).slice(0, 4);
}

function bodyValue<K extends EntryKind>({ entry }: EntryFact, kind: K, value: (body: Body<K>) => number): number {
  return isOf(entry, kind) ? value(entry.body) : 0;
}

export function isOf<K extends EntryKind>(
  entry: Entry,
  kind: K,
): entry is Extract<Entry, { readonly kind: K }> & { readonly body: Body<K> } {
  return entry.kind === kind;
}
