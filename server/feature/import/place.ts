import { toGcj02 } from '../../../shared/geo/datum.ts';
import { type Gcj02, gcj02, isInChinaBox } from '../../../shared/geo/point.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { NamedDatum } from './columns.ts';

/** `centre`: nobody knows better than the county's own point, which is GCJ-02 whatever the file is. */
export type RawPoint = {
  readonly lng: number;
  readonly lat: number;
  readonly swapped: boolean;
  readonly centre: boolean;
};

/** The delivered pair as numbers: signs of degrees dropped, a swapped pair turned round, `0,0` and points abroad refused. */
export function readPoint(lngText: string | null, latText: string | null): Result<RawPoint> {
  if (lngText === null) return refuse({ kind: 'field-required', field: 'point.lng' });
  if (latText === null) return refuse({ kind: 'field-required', field: 'point.lat' });
  const lng = readDegrees(lngText);
  const lat = readDegrees(latText);
  if (lng === null) return refuse(formatOf('point.lng'));
  if (lat === null) return refuse(formatOf('point.lat'));
  if (isInChinaBox({ lng, lat })) return ok({ lng, lat, swapped: false, centre: false });
  if (isInChinaBox({ lng: lat, lat: lng })) return ok({ lng: lat, lat: lng, swapped: true, centre: false });
  return refuse({ kind: 'point-abroad', field: 'point', lng, lat });
}

/** `113.5,34.8`, `113.5，34.8`, `E113.5 N34.8` in one cell. */
export function splitPair(text: string): { readonly lng: string; readonly lat: string } | null {
  const parts = text.split(/[,，;；\s|/]+/).filter((part) => part !== '');
  const [lng, lat] = parts;
  return parts.length === 2 && lng !== undefined && lat !== undefined ? { lng, lat } : null;
}

function formatOf(field: string): Refusal {
  return { kind: 'field-format', field, example: field === 'point.lng' ? '113.665412' : '34.757975' };
}

function readDegrees(text: string): number | null {
  const dms = /^[ENen东北]?[经纬]?\s*(\d{1,3})[°度]\s*(\d{1,2})[′'分]\s*(\d{1,2}(?:\.\d+)?)?[″"秒]?[ENen]?$/.exec(text);
  if (dms) return Number(dms[1]) + Number(dms[2]) / 60 + Number(dms[3] ?? 0) / 3600;
  const plain = /^[ENen]?\s*(\d{1,3}(?:\.\d+)?)\s*[°度]?[ENen]?$/.exec(text);
  return plain ? Number(plain[1]) : null;
}

/** Six decimals, the precision a station is stored in. */
export function asGcj02(point: RawPoint, datum: NamedDatum): Gcj02 {
  const { lng, lat } = toGcj02(point, point.centre ? 'gcj02' : datum);
  return gcj02(Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6);
}

/** Other readings than the usual one: nearly every ledger is copied from a Chinese map. */
const OTHERS: readonly NamedDatum[] = ['bd09', 'wgs84'];
/** Outlines are coarse, so a few points always fall on the wrong side: another reading must win by more than chance. */
const LEAST_LEAD = 6;
const SPREAD = 2;

export type DatumVerdict = { readonly datum: NamedDatum; readonly told: boolean };

/**
 * The datum whose reading puts most points into the district their row names. The systems lie 100–900 m apart, so
 * only points near a border tell; where they do not clearly speak for another, GCJ-02 it is. `told`: some did speak.
 */
export class DatumVote {
  private readonly sums = OTHERS.map((datum) => ({ datum, gained: 0, lost: 0 }));
  private readonly countyOf: (point: Gcj02) => RegionCode | null;

  constructor(countyOf: (point: Gcj02) => RegionCode | null) {
    this.countyOf = countyOf;
  }

  /** A point and the districts its row may mean. */
  count(point: RawPoint, named: readonly RegionCode[]): void {
    const fits = (datum: NamedDatum) => {
      const county = this.countyOf(asGcj02(point, datum));
      return county !== null && named.includes(county);
    };
    const usual = fits('gcj02');
    for (const sum of this.sums) {
      const other = fits(sum.datum);
      if (other && !usual) sum.gained++;
      else if (usual && !other) sum.lost++;
    }
  }

  verdict(): DatumVerdict {
    let best: { readonly datum: NamedDatum; readonly lead: number } = { datum: 'gcj02', lead: 0 };
    for (const { datum, gained, lost } of this.sums) {
      const lead = gained - lost;
      if (lead > best.lead && lead >= Math.max(LEAST_LEAD, SPREAD * Math.sqrt(gained + lost))) best = { datum, lead };
    }
    return { datum: best.datum, told: this.sums.some(({ gained, lost }) => gained + lost > 0) };
  }
}
