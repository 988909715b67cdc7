import { gcj02 } from '../../../shared/geo/point.ts';
import { NATION } from '../../../shared/station/region.ts';
import type { MapPlace } from '../../map/ground.ts';
import { useMe } from '../signed.tsx';
import { useAnswer } from '../use-ask.tsx';

const CHINA: MapPlace = { centre: gcj02(105, 35), zoom: 4 };
/** From far for a province to near for a county. */
const ZOOMS: { readonly [level: string]: number } = { nation: 4, province: 7, city: 10, county: 13 };

/** Where a map begins that has no point yet: the region of one's own union. */
export function useStart(region: string | null): MapPlace {
  const { union } = useMe();
  const code = region ?? union.region;
  const { data } = useAnswer('regions', { query: { parent: parentOf(code ?? NATION) } });
  const found = data?.items.find((item) => item.code === code);
  if (found === undefined) return CHINA;
  return { centre: gcj02(found.centre.lng, found.centre.lat), zoom: ZOOMS[found.level] ?? ZOOMS.county ?? 13 };
}

function parentOf(code: string): string {
  if (code.endsWith('0000')) return NATION;
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}
