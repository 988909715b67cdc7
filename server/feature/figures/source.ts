import { gcj02 } from '../../../shared/geo/point.ts';
import type { Source } from '../../../shared/stats/run.ts';
import type { Stand } from '../../../shared/stats/stand.ts';
import type { Ground } from '../../../shared/stats/world.ts';
import type { Store } from '../../store/port.ts';
import type { CountyLocator } from '../regions/county.ts';
import type { RegionTable } from '../regions/table.ts';
import { KeptHistory } from './keeping.ts';
import { PlaceTable } from './place-table.ts';

export type SourceParts = { readonly store: Store; readonly regions: RegionTable; readonly countyOf: CountyLocator };

/** What figures are folded from, exact as of the asking; one asking at a time. */
export function sourceOf({
  store,
  regions,
  countyOf,
}: SourceParts): (told: (done: number, of: number) => void) => Promise<Source> {
  const history = new KeptHistory(store);
  let ground: Ground | null = null;
  return async (told) => {
    const chronicle = await history.current(told);
    // Unions that are added later are told by history.
    ground ??= {
      regions: regions.all,
      aliases: new Map(regions.former.map(({ code, today }) => [code, today])),
      unions: await store.unions(),
      isOutside: outsideBy(regions, countyOf),
    };
    return { chronicle, ground };
  };
}

const MICRO = 1_000_000;
/** More than there are steps of latitude, so that a place is one number below 2^53. */
const ROWS = 60 * MICRO;

/** Remembered by place: stations stand still, and borders are looked at once for each. */
function outsideBy({ isWithin }: RegionTable, countyOf: CountyLocator): (stand: Stand) => boolean {
  const known = new PlaceTable();
  return ({ lng, lat, region }) => {
    const place = lng * ROWS + lat;
    const code = Number(region);
    const found = known.get(place);
    if (found >= 0 && Math.floor(found / 2) === code) return found % 2 === 1;
    const county = countyOf(gcj02(lng / MICRO, lat / MICRO));
    const isOutside = county === null || !isWithin(county, region);
    known.set(place, code * 2 + Number(isOutside));
    return isOutside;
  };
}
