import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Entry, EntryKept } from '../../../shared/station/entry.ts';
import { entrySlot, openUntil } from '../../../shared/station/entry-check.ts';
import type { EntryRow } from './schema.ts';

export const ENTRY_COLUMNS = [
  'id',
  'kind',
  'union_id',
  'station_id',
  'day',
  'slot',
  'open_until',
  'reviewed',
  'amount',
  'body',
  'note',
  'withdrawn',
  'rev',
  'at',
] as const satisfies readonly (keyof EntryRow)[];

export function entryRow(entry: Entry, at: Instant): EntryRow {
  return {
    id: entry.id,
    kind: entry.kind,
    union_id: entry.union,
    station_id: entry.station,
    day: entry.day,
    slot: entrySlot(entry),
    open_until: entry.isWithdrawn ? null : openUntil(entry),
    reviewed: entry.kind === 'inspection' && entry.body.kind === 'annual' ? 1 : 0,
    amount: amountOf(entry),
    body: JSON.stringify(entry.body),
    note: entry.note,
    withdrawn: entry.isWithdrawn ? 1 : 0,
    rev: entry.rev,
    at,
  };
}

/** The store wrote it from an entry. */
export function entryOf(row: EntryRow): Entry {
  return {
    id: row.id,
    union: row.union_id,
    station: row.station_id,
    day: row.day,
    note: row.note,
    kind: row.kind,
    body: JSON.parse(row.body),
    isWithdrawn: row.withdrawn === 1,
    rev: row.rev,
  } as Entry;
}

const FEN = 100;

/** See `EntryTotal`. */
function amountOf(entry: EntryKept): number {
  switch (entry.kind) {
    case 'inspection':
      return entry.body.findings.length;
    case 'visits':
      return Object.values(entry.body.people).reduce((sum, count) => sum + count, 0);
    case 'funding':
      return Math.round(entry.body.yuan * FEN);
    case 'activity':
      return entry.body.participants;
    case 'listing':
      return entry.body.state === 'online' ? 1 : 0;
    case 'honour':
      return entry.body.result === 'quota' ? 0 : 1;
    case 'gift':
      return entry.body.items;
    case 'reach':
      return entry.body.workers;
  }
}
