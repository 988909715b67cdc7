import { instant } from '../../../shared/kernel/instant.ts';
import type { Lookup } from '../../../shared/report/lookup.ts';
import { exitReasonOf } from '../../../shared/station/decide-exit.ts';
import { OPEN_OBJECTION, objectionStandings } from '../../../shared/station/objection.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { Tx } from '../engine.ts';
import type { Noticed, Objection } from '../port/notices.ts';
import { decodeRecord } from '../record.ts';
import type { ObjectionRow } from '../schema.ts';

/** See `NoticesStore.noticedStations`. */
export async function noticedStations(tx: Tx): Promise<readonly Noticed[]> {
  const rows = await tx
    .selectFrom('station')
    .select(['id', 'record'])
    .where('status', '=', 'exit-notice')
    .orderBy('code')
    .execute();
  const noticed: Noticed[] = [];
  for (const { id, record } of rows) {
    const proposal = await tx
      .selectFrom('history')
      .select('reason')
      .where('subject', '=', 'station')
      .where('subject_id', '=', id)
      .where('step', '=', 'propose-exit')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    noticed.push({ station: decodeRecord(record), reasonCode: exitReasonOf(proposal?.reason ?? '') ?? 'OTHER' });
  }
  return noticed;
}

/** See `NoticesStore.objectionByLookup`. */
export async function objectionByLookup(tx: Tx, lookup: Lookup): Promise<Objection | null> {
  const row = await tx.selectFrom('objection').selectAll().where('lookup', '=', lookup).executeTakeFirst();
  if (!row) return null;
  const all = await standing(tx, row.station_id, [row]);
  return all[0] ?? null;
}

/** See `NoticesStore.objectionsOf`. */
export async function objectionsOf(tx: Tx, station: StationId): Promise<readonly Objection[]> {
  const rows = await tx
    .selectFrom('objection')
    .selectAll()
    .where('station_id', '=', station)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.length === 0 ? [] : standing(tx, station, rows);
}

/** How they stand is what the station's history says of them: there is no second truth to keep equal. */
async function standing(tx: Tx, station: string, rows: readonly ObjectionRow[]): Promise<readonly Objection[]> {
  const history = await tx
    .selectFrom('history')
    .select(['command_id', 'step', 'at', 'reason'])
    .where('subject', '=', 'station')
    .where('subject_id', '=', station)
    .orderBy('seq')
    .execute();
  const standings = objectionStandings(
    history.map(({ command_id, step, at, reason }) => ({ commandId: command_id, step, at: instant(at), reason })),
  );
  return rows.map((row) => ({
    ...(standings.get(row.id) ?? OPEN_OBJECTION),
    id: row.id,
    lookup: row.lookup as Lookup,
    stationId: row.station_id as StationId,
    text: row.said,
    hasContact: row.contact !== null,
    at: instant(row.at),
  }));
}
