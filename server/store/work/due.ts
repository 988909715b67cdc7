import type { StationChange } from '../../../shared/station/change.ts';
import { OPENABLE, PUBLISHED, type Station } from '../../../shared/station/station.ts';
import type { Tx } from '../engine.ts';
import { insertRows } from '../insert.ts';
import type { DueRow } from '../schema.ts';

const COLUMNS = [
  'station_id',
  'union_id',
  'looked_on',
  'seen_on',
  'rectify_on',
  'notice_on',
  'contract_on',
  'ends_on',
] as const satisfies readonly (keyof DueRow)[];
const UPSERT = `on conflict (station_id) do update set ${COLUMNS.slice(1)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`;

/** The days by which a station comes up in a queue; null for one that no queue counts, because it is not on phones. */
export function dueRow(station: Station): DueRow | null {
  const { id, union, status, statusNote, verified, verifiedOn } = station;
  if (!PUBLISHED.includes(status)) return null;
  const until = statusNote?.until ?? null;
  return {
    station_id: id,
    union_id: union,
    // What is said about a shut door has no age.
    looked_on: OPENABLE.includes(status) ? verifiedOn : null,
    seen_on: verified === 'on-site' && verifiedOn !== null ? verifiedOn : station.openedOn,
    rectify_on: status === 'rectifying' ? until : null,
    notice_on: status === 'exit-notice' ? until : null,
    contract_on: station.contractTo,
    ends_on: station.lodging?.endsOn ?? null,
  };
}

/** Keeps the days beside the stations; whoever writes stations calls it. Steps that move no day cost nothing. */
export async function writeDue(tx: Tx, changes: readonly StationChange[]): Promise<void> {
  const rows: DueRow[] = [];
  const gone: string[] = [];
  for (const { before, after } of changes) {
    const [was, is] = [before === null ? null : dueRow(before), dueRow(after)];
    if (is !== null && (was === null || COLUMNS.some((column) => was[column] !== is[column]))) rows.push(is);
    if (is === null && was !== null) gone.push(after.id);
  }
  if (rows.length > 0) await insertRows(tx, { table: 'due', columns: COLUMNS, tail: UPSERT }, rows);
  if (gone.length > 0) await tx.deleteFrom('due').where('station_id', 'in', gone).execute();
}
