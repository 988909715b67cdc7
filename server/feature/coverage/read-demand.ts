import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { DemandPoint } from '../../store/port/demand.ts';
import { cellText, cleanCell, fitCell, isFormula, splitCells } from '../import/cell.ts';
import type { Columns, NamedDatum } from '../import/columns.ts';
import { asGcj02, type RawPoint, readPoint, splitPair } from '../import/place.ts';
import type { ReadRow } from '../import/row.ts';
import type { OpenLedger } from '../ledgers/jobs.ts';

/** Points of one set: what a spreadsheet program still opens well. */
export const DEMAND_ROWS = 20_000;
const NAME_MOST = 80;
const WEIGHT_MOST = 1_000_000;
/** Refused rows that are told of one by one. */
const TOLD = 100;

export type RefusedRow = { readonly row: number; readonly name: string; readonly refusal: Refusal };
export type DemandRead = {
  readonly points: readonly DemandPoint[];
  readonly rows: number;
  readonly refusedCount: number;
  /** The first of them. */
  readonly refused: readonly RefusedRow[];
};

type Parts = {
  /** Of rows that do not say, in files whose header does not either. */
  readonly datum: NamedDatum;
  readonly countyOf: (point: Gcj02) => RegionCode | null;
};

/** Every row of a sound file. Refuses `file-too-many-rows`, `file-empty`. */
export async function readDemand(file: OpenLedger, parts: Parts): Promise<Result<DemandRead>> {
  const columns = columnsOf(file.columns);
  const points: DemandPoint[] = [];
  const refused: RefusedRow[] = [];
  let rows = 0;
  let refusedCount = 0;
  for await (const piece of file.pieces()) {
    for (const row of piece.rows) {
      rows++;
      if (rows > DEMAND_ROWS) return refuse({ kind: 'file-too-many-rows', max: DEMAND_ROWS });
      const cells = splitCells(row.cells);
      const read = pointOf(row, { ...parts, columns, cells });
      if (read.ok) points.push(read.value);
      else if (refusedCount++ < TOLD)
        refused.push({ row: row.number, name: nameIn(columns, cells), refusal: read.refusal });
    }
  }
  return rows === 0 ? refuse({ kind: 'file-empty' }) : ok({ points, rows, refusedCount, refused });
}

type DemandColumns = {
  readonly at: Columns['at'];
  readonly headDatum: NamedDatum | null;
  readonly weight: number;
  readonly datum: number;
};

/** What a ledger's columns do not know: by their titles, as our own sheet has them. */
function columnsOf({ at, datum, titles }: Columns): DemandColumns {
  const titled = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title.toLowerCase()));
  return {
    at,
    headDatum: datum,
    weight: titled(/^(权重|人数|需求量|需求|weight)/),
    datum: titled(/^(坐标系|坐标系统|datum|crs)/),
  };
}

function nameIn({ at }: DemandColumns, cells: readonly string[]): string {
  return fitCell(cleanCell(cells[at.name ?? 0] ?? '')).slice(0, NAME_MOST);
}

type Row = Parts & { readonly columns: DemandColumns; readonly cells: readonly string[] };

function pointOf({ formulas }: ReadRow, { columns, cells, datum, countyOf }: Row): Result<DemandPoint> {
  const name = nameIn(columns, cells);
  const used = [columns.at.name, columns.at.lng, columns.at.lat, columns.at.pair, columns.weight, columns.datum];
  if (used.some((at) => at !== undefined && (formulas.includes(at) || isFormula(cells[at] ?? '')))) {
    return refuse({ kind: 'demand-formula' });
  }
  if (name === '' || cleanCell(cells[columns.at.name ?? 0] ?? '').length > NAME_MOST) {
    return refuse({ kind: 'demand-name', max: NAME_MOST });
  }
  const raw = rawOf(columns, cells);
  if (!raw.ok) return raw;
  const own = datumOf(cellText(cells[columns.datum]));
  if (own === 'unknown') return refuse({ kind: 'demand-datum' });
  const weight = weightOf(cellText(cells[columns.weight]));
  if (weight === null) return refuse({ kind: 'demand-weight', max: WEIGHT_MOST });
  const point = asGcj02(raw.value, own ?? columns.headDatum ?? datum);
  const region = countyOf(point);
  return region === null ? refuse({ kind: 'demand-place' }) : ok({ name, point, weight, region });
}

function rawOf({ at }: DemandColumns, cells: readonly string[]): Result<RawPoint> {
  const get = (column: number | undefined) => (column === undefined ? null : cellText(cells[column]));
  const pair = splitPair(get(at.pair) ?? '');
  return pair ? readPoint(pair.lng, pair.lat) : readPoint(get(at.lng), get(at.lat));
}

/** The two of 天地图 and of GPS lie within a decimetre of each other. */
function datumOf(text: string | null): NamedDatum | null | 'unknown' {
  if (text === null) return null;
  if (/gcj|高德|腾讯|火星|国测/i.test(text)) return 'gcj02';
  if (/bd-?09|百度/i.test(text)) return 'bd09';
  return /wgs|gps|cgcs|2000|天地图/i.test(text) ? 'wgs84' : 'unknown';
}

/** Nothing written is one; to three decimals. */
function weightOf(text: string | null): number | null {
  if (text === null) return 1;
  const value = /^\d{1,7}(\.\d+)?$/.test(text) ? Math.round(Number(text) * 1000) / 1000 : 0;
  return value > 0 && value <= WEIGHT_MOST ? value : null;
}
