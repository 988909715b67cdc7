import type { Instant } from '../../shared/kernel/instant.ts';
import type { Lookup } from '../../shared/report/lookup.ts';
import type { About, NewPlace, Report, ReportId, ReportState, StationReportKind } from '../../shared/report/report.ts';
import type { Amenity } from '../../shared/station/amenity.ts';
import type { StationCode } from '../../shared/station/code.ts';
import type { StationId, UnionId } from '../../shared/station/station.ts';
import type { StoreContext } from './context.ts';
import type { Tx } from './engine.ts';
import type { ReportFilter } from './port.ts';
import type { ReportRow } from './schema.ts';

/** By what the limits count: a station, or for a place that is none the county named with it. */
export function aboutKey({ station, place }: Pick<About, 'station' | 'place'>): string {
  return station ?? `place:${place?.region ?? ''}`;
}

export function reportRow(report: Report): ReportRow {
  return {
    id: report.id,
    lookup: report.lookup,
    kind: report.kind,
    station_id: report.stationId,
    code: report.station,
    union_id: report.union,
    about: aboutKey(report),
    amenity: report.amenity,
    said: report.text,
    place: report.place === null ? null : JSON.stringify(report.place),
    photo: report.photo,
    seen_at: report.seenAt,
    state: report.state,
    at: report.at,
    open_at: report.openAt,
    answer: report.answer,
    answered_at: report.answeredAt,
    in_hours: report.inHours === null ? null : Number(report.inHours),
    erased_at: report.erasedAt,
  };
}

/** Rows are ours: only `reportRow` writes them. */
export function reportOf(row: ReportRow): Report {
  return {
    ...aboutOf(row),
    id: row.id as ReportId,
    text: row.said,
    seenAt: row.seen_at as Instant,
    lookup: row.lookup as Lookup,
    stationId: row.station_id as StationId | null,
    union: row.union_id as UnionId,
    photo: row.photo,
    state: row.state as ReportState,
    at: row.at as Instant,
    openAt: row.open_at as Instant | null,
    answer: row.answer,
    answeredAt: row.answered_at as Instant | null,
    inHours: row.in_hours === null ? null : row.in_hours === 1,
    erasedAt: row.erased_at as Instant | null,
  };
}

function aboutOf(row: ReportRow): About {
  if (row.place !== null) {
    return { kind: 'new-place', station: null, amenity: null, place: JSON.parse(row.place) as NewPlace };
  }
  return {
    kind: row.kind as StationReportKind,
    station: row.code as StationCode,
    amenity: row.amenity as Amenity | null,
    place: null,
  };
}

export async function findReport(tx: Tx, lookup: Lookup): Promise<Report | null> {
  const row = await tx.selectFrom('report').selectAll().where('lookup', '=', lookup).executeTakeFirst();
  return row ? reportOf(row) : null;
}

/** See `Store.reports`. */
export function listReports(context: StoreContext, { states, limit }: ReportFilter): Promise<readonly Report[]> {
  return context.engine.read(async (tx) => {
    const rows = await tx
      .selectFrom('report')
      .selectAll()
      .where('state', 'in', states)
      .orderBy('at')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(reportOf);
  });
}
