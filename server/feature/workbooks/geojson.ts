import type { StationCode } from '../../../shared/station/code.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { Standing } from '../figures/figures.ts';
import type { FiguresContent } from './content.ts';
import { coverOf } from './cover.ts';

/** A code never changes once it is issued, so it may be looked up today for a past period. */
export type CodeOf = ReadonlyMap<StationId, StationCode>;
type Places = { readonly stands: readonly Standing[]; readonly codeOf: CodeOf };

/** Stands have millionths of a degree. */
const MICRO = 1_000_000;
const DATUM_MEANING = 'GCJ-02，高德、腾讯地图用的坐标。不是 WGS-84，直接当 GPS 坐标用会偏几百米';

/**
 * A FeatureCollection (RFC 7946) of the stations the figures counted at the period's end, each as it stood then. The RFC means
 * WGS-84; what may be published in China is not, so the members beside `features` and every station say what the numbers are.
 */
export function geojsonOf(content: FiguresContent, { stands, codeOf }: Places): string {
  const members = {
    type: 'FeatureCollection',
    datum: 'GCJ-02',
    datumMeaning: DATUM_MEANING,
    about: Object.fromEntries(coverOf(content)),
    head: content.head,
  };
  const origin = content.head.stations === 'synthetic' ? '示例数据' : '真实站点';
  const features = stands.map((stand) => featureOf(stand, codeOf.get(stand.id) ?? null, origin));
  const coded = features.sort((a, b) => ((a.properties.code ?? '') < (b.properties.code ?? '') ? -1 : 1));
  return `${JSON.stringify(members).slice(0, -1)},"features":[\n${coded.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;
}

function featureOf(stand: Standing, code: StationCode | null, origin: string) {
  const { region, union, kind, size, status, build, operation, hostType, tier, verified } = stand;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [stand.lng / MICRO, stand.lat / MICRO] },
    properties: {
      code,
      datum: 'GCJ-02',
      region,
      union,
      kind,
      size,
      status,
      build,
      operation,
      hostType,
      tier,
      verified,
      origin,
    },
  };
}
