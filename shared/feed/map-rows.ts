import type { StationCode } from '../station/code.ts';
import type { Hours, Week } from '../station/hours.ts';
import { KINDS, type Kind, STATUSES, type Status, type Stop } from '../station/station.ts';
import type { Lines } from './list-row.ts';
import { restOfText } from './rest-text.ts';
import type { MapRows } from './row.ts';
import type { Source } from './source.ts';

const MOBILE = KINDS.indexOf('mobile' satisfies Kind);

/**
 * Every station of a table once: its base rows, its changed rows, and last the stops of mobile stations, each a find of
 * its own under the one code. A mobile station whose stops are not held (the national core has none) stands at its point.
 */
export function mapRows(sources: readonly Source[], lines: Lines): readonly MapRows[] {
  const stops: StopRow[] = [];
  const rows = sources.map((source) => sourceRows(source, lines, stops));
  return stops.length === 0 ? rows : [...rows, stopRows(stops)];
}

type StopRow = {
  readonly stop: Stop;
  readonly hours: Hours;
  readonly source: Source;
  readonly row: number;
  readonly status: Status;
};

function sourceRows(source: Source, lines: Lines, stops: StopRow[]): MapRows {
  const { n, code, codeOf, groups } = source;
  const { lng, lat, maskLo, maskHi, group } = source.strict.columns;
  return {
    n,
    lng,
    lat,
    yesLo: maskLo,
    yesHi: maskHi,
    group,
    groups: groups.map(({ hours, status }) => ({ hours: lines.hoursOf(hours), status: STATUSES[status] ?? 'draft' })),
    hidden: hiddenBesideStops(source, lines, stops),
    code,
    codeOf,
  };
}

/** Collects the stops of the source's mobile stations, whose own rows then hide. */
function hiddenBesideStops(source: Source, lines: Lines, stops: StopRow[]): Uint8Array {
  let { hidden } = source;
  for (const row of mobileRows(source)) {
    if (hidden[row] === 1) continue;
    const { rest, facts } = source.piecesOf(row);
    const own = rest === null ? [] : (restOfText(rest.line)?.stops ?? []);
    if (own.length === 0) continue;
    if (hidden === source.hidden) hidden = hidden.slice();
    hidden[row] = 1;
    const hours = lines.hoursOf(facts.hours);
    for (const stop of own) stops.push({ stop, hours: stopHours(stop, hours), source, row, status: facts.status });
  }
  return hidden;
}

function mobileRows({ city, isBase, n, piecesOf }: Source): readonly number[] {
  const { kind } = city.columns.core;
  const rows: number[] = [];
  for (let row = 0; row < n; row++) {
    if (isBase ? kind[row] === MOBILE : piecesOf(row).facts.kind === 'mobile') rows.push(row);
  }
  return rows;
}

/** Open while it stops there, else closed; holidays and dated closures are the station's. */
export function stopHours({ spans }: Pick<Stop, 'spans'>, station: Hours): Hours {
  if (spans.length === 0) return { ...station, base: { kind: 'unknown' }, seasons: [], raw: null };
  const on = (weekday: number): Week[number] => ({
    kind: 'spans',
    spans: spans.filter((one) => one.weekday === weekday).map(({ span }) => span),
  });
  const week: Week = [on(0), on(1), on(2), on(3), on(4), on(5), on(6)];
  return { ...station, base: { kind: 'weekly', week }, seasons: [], raw: null };
}

function stopRows(stops: readonly StopRow[]): MapRows {
  const masks = stops.map(({ source, row }) => source.piecesOf(row).facts.yes);
  return {
    n: stops.length,
    lng: Int32Array.from(stops, ({ stop }) => Math.round(stop.point.lng * 1e5)),
    lat: Int32Array.from(stops, ({ stop }) => Math.round(stop.point.lat * 1e5)),
    yesLo: Uint32Array.from(masks, ({ lo }) => lo),
    yesHi: Uint32Array.from(masks, ({ hi }) => hi),
    // A stop more than that would wear another's hours; a country has some thousands.
    group: Uint16Array.from(stops, (_, at) => Math.min(at, 0xffff)),
    groups: stops.map(({ hours, status }) => ({ hours, status })),
    hidden: new Uint8Array(stops.length),
    code: Float64Array.from(stops, ({ source, row }) => source.code[row] ?? 0),
    codeOf: (row) => codeOfStop(stops, row),
  };
}

function codeOfStop(stops: readonly StopRow[], row: number): StationCode {
  const one = stops[row];
  if (one === undefined) throw new Error(`there is no stop ${row}`);
  return one.source.codeOf(one.row);
}
