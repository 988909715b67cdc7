import type { Actor } from '../../../shared/actor/actor.ts';
import type { DateText } from '../../../shared/kernel/instant.ts';
import { openUntil } from '../../../shared/station/entry-check.ts';
import type { Station } from '../../../shared/station/station.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { HeldEntry } from '../../store/port/entries.ts';
import type { UnionBook } from '../unions/book.ts';
import { mayKeep } from './rights.ts';

export type EntryShown = RouteReply<'entry'>;

export function entryView(
  { entry, station, union, at }: HeldEntry,
  { actor, book, today }: { readonly actor: Actor; readonly book: UnionBook; readonly today: DateText },
): EntryShown {
  const until = entry.isWithdrawn ? null : openUntil(entry);
  const on = { id: entry.station, union };
  const { day, note, isWithdrawn, rev, id } = entry;
  return {
    ...ofKind(entry),
    id,
    day,
    note,
    isWithdrawn,
    rev,
    at,
    union: { id: union, name: book.get(union)?.name ?? '' },
    station: station === null ? null : stationView(station),
    mayKeep: !isWithdrawn && mayKeep(actor, entry.kind, { on, tree: book.tree }).ok,
    isOverdue: until !== null && until < today,
  };
}

/** Kind and body belong together; said apart, the one would not know the other. */
function ofKind(entry: HeldEntry['entry']) {
  switch (entry.kind) {
    case 'inspection':
      return { kind: entry.kind, body: entry.body };
    case 'visits':
      return { kind: entry.kind, body: entry.body };
    case 'funding':
      return { kind: entry.kind, body: entry.body };
    case 'activity':
      return { kind: entry.kind, body: entry.body };
    case 'listing':
      return { kind: entry.kind, body: entry.body };
    case 'honour':
      return { kind: entry.kind, body: entry.body };
    case 'gift':
      return { kind: entry.kind, body: entry.body };
    case 'reach':
      return { kind: entry.kind, body: entry.body };
  }
}

export function stationView({ id, code, name, address, status, origin }: Station): NonNullable<EntryShown['station']> {
  return { id, code, name, address, status, origin };
}
