import { AMENITIES, AMENITY_STATES, BASIC_FIVE } from '../../../shared/station/amenity.ts';
import { ORIGINS, VERIFICATIONS } from '../../../shared/station/station.ts';
import type { QualityKind } from '../../../shared/stats/quality-kind.ts';
import type { Judging } from '../list/match.ts';
import { HOURS, NEVER } from '../list/rows.ts';
import type { QualityPass } from './pass.ts';

const UNVERIFIED = VERIFICATIONS.indexOf('unverified');
const IMPORTED = ORIGINS.indexOf('imported');
const SYNTHETIC = ORIGINS.indexOf('synthetic');
const UNKNOWN = AMENITY_STATES.indexOf('unknown');
const BASICS = [...BASIC_FIVE, 'toilet' as const].map((code) => AMENITIES.indexOf(code));

export type Sort = 'real' | 'synthetic';

/** Whether a row is one of those that are counted: published, of the sort that is asked about. */
export function counts({ state: { rows } }: QualityPass, row: number, sort: Sort): boolean {
  const { bytes } = rows;
  if (bytes.held[row] !== 1 || bytes.published[row] !== 1) return false;
  return (bytes.origin[row] === SYNTHETIC) === (sort === 'synthetic');
}

/** As the indicators `quality.*` define it, but by what is there now. `oldDays`: the setting of the row's union. */
export function isDoubtful(
  { state: { rows }, outside, near }: QualityPass,
  row: number,
  { kind, judging }: { readonly kind: QualityKind; readonly judging: Pick<Judging, 'today' | 'oldDays'> },
): boolean {
  const { bytes, wholes, amenities } = rows;
  switch (kind) {
    case 'unverified':
      return bytes.verified[row] === UNVERIFIED;
    case 'outside':
      return outside[row] === 1;
    case 'near':
      return near[row] === 1;
    case 'hours-unknown':
      return bytes.hours[row] === HOURS.unknown || bytes.hours[row] === HOURS.unread;
    case 'hours-old': {
      if (bytes.hours[row] === HOURS.unknown || bytes.hours[row] === HOURS.unread) return false;
      const day = wholes.verifiedDay[row] ?? NEVER;
      return day === NEVER || judging.today - day > judging.oldDays(row);
    }
    case 'basics-unknown':
      return BASICS.some((at) => amenities[row * AMENITIES.length + at] === UNKNOWN);
    case 'imported':
      return bytes.origin[row] === IMPORTED;
  }
}
