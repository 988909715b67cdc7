import type { Station } from '../../shared/station/station.ts';
import type { HistoryRow } from './port.ts';

/**
 * A station's record as it stood after `seq`, folded from its history rows in seq order: the first row is the
 * whole record, later ones the fields that changed, and `purge` ends it. Null before the first row and after a purge.
 */
export function recordAt(rows: readonly HistoryRow[], seq: number): Station | null {
  let record: Record<string, unknown> | null = null;
  for (const row of rows) {
    if (row.seq > seq) break;
    record = row.step === 'purge' ? null : Object.assign(record ?? {}, row.after);
  }
  // The first row holds every field, and each later one was made from a whole record.
  return record as Station | null;
}
