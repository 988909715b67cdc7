import type { StationChange } from '../../../shared/station/change.ts';
import { OPENABLE, PUBLISHED, type Station, type StationId } from '../../../shared/station/station.ts';
import type { Tx } from '../engine.ts';
import { insertRows } from '../insert.ts';
import type { DueRow } from '../schema.ts';
import { loadStations } from '../stations.ts';

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
  const known = new Set(changes.flatMap(({ before, after }) => (before === null ? [] : [after.id])));
  await putRows(tx, await reviewedToo(tx, rows, known));
  if (gone.length > 0) await tx.deleteFrom('due').where('station_id', 'in', gone).execute();
}

/** After an annual review was kept, corrected or withdrawn. */
export async function seenAnew(tx: Tx, ids: readonly StationId[]): Promise<void> {
  const rows = (await loadStations(tx, ids)).flatMap((station) => dueRow(station) ?? []);
  await putRows(tx, await reviewedToo(tx, rows, new Set(ids)));
}

async function putRows(tx: Tx, rows: readonly DueRow[]): Promise<void> {
  if (rows.length > 0) await insertRows(tx, { table: 'due', columns: COLUMNS, tail: UPSERT }, rows);
}

/** An annual review that was written down is a look on the spot as a confirmation is; the later of the two counts. */
async function reviewedToo(tx: Tx, rows: readonly DueRow[], known: ReadonlySet<string>): Promise<readonly DueRow[]> {
  const ids = rows.flatMap(({ station_id }) => (known.has(station_id) ? [station_id] : []));
  if (ids.length === 0) return rows;
  const found = await tx
    .selectFrom('entry')
    .select(['station_id', ({ fn }) => fn.max('day').as('day')])
    .where('station_id', 'in', ids)
    .where('kind', '=', 'inspection')
    .where('reviewed', '=', 1)
    .where('withdrawn', '=', 0)
    .groupBy('station_id')
    .execute();
  const days = new Map(found.map(({ station_id, day }) => [station_id, day]));
  return rows.map((row) => {
    const day = days.get(row.station_id) ?? null;
    return day !== null && (row.seen_on === null || row.seen_on < day) ? { ...row, seen_on: day } : row;
  });
}
