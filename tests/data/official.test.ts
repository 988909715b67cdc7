import { describe, expect, it } from 'vitest';
import { readOfficial } from '../../data/make/division/official.ts';
import { writeRegions } from '../../data/make/division/write.ts';
import { readOutlines } from '../../shared/geo/outline.ts';
import { isInside } from '../../shared/geo/polygon.ts';
import { regions } from '../fixtures/world/world.ts';

const west = [
  [113.5, 34.7],
  [113.6, 34.7],
  [113.6, 34.75],
  [113.6, 34.8],
  [113.5, 34.8],
  [113.5, 34.7],
];
const east = [
  [113.6, 34.7],
  [113.7, 34.7],
  [113.7, 34.8],
  [113.6, 34.8],
  [113.6, 34.75],
  [113.6, 34.7],
];
const alone = [
  [112.5, 35],
  [112.7, 35],
  [112.7, 35.2],
  [112.5, 35],
];
const feature = (code: string, name: string, ring: number[][]) => ({
  type: 'Feature',
  properties: { gb: `156${code}`, name },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const geojson = {
  type: 'FeatureCollection',
  features: [
    feature('410102', '中原区', west),
    feature('410105', '新金水区', east),
    feature('419001', '济源市', alone),
    feature('810013', '北区', alone),
    feature('998877', '无处县', alone),
  ],
};
const topojson = {
  type: 'Topology',
  transform: { scale: [0.05, 0.05], translate: [113.5, 34.7] },
  // The shared border once, then the rest of each side.
  arcs: [
    [
      [2, 0],
      [0, 1],
      [0, 1],
    ],
    [
      [2, 2],
      [-2, 0],
      [0, -2],
      [2, 0],
    ],
    [
      [2, 0],
      [2, 0],
      [0, 2],
      [-2, 0],
    ],
  ],
  objects: {
    counties: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { adcode: 410102, name: '中原区' } },
        { type: 'MultiPolygon', arcs: [[[2, -1]]], properties: { adcode: 410105, name: '金水区' } },
      ],
    },
  },
};

function built(file: unknown, datum: 'wgs84' | 'gcj02') {
  const { today, raw, leftOut } = readOfficial(file, datum, regions.all);
  const files = writeRegions({
    today,
    raw,
    dashes: [
      [
        [120, 20],
        [121, 21],
      ],
    ],
    aliases: {},
    provincePieces: {},
  });
  const rows: unknown[][] = JSON.parse(files['regions/regions.json'] ?? '[]');
  const read = readOutlines(JSON.parse(files['outline/counties.json'] ?? '{}'));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return { rows, areas: read.value.areas, leftOut, china: files['outline/china.json'] ?? '' };
}

describe('rebuilding from an official file', () => {
  it('takes codes and names from GeoJSON, cities and provinces from what is known', () => {
    const { rows, leftOut } = built(geojson, 'gcj02');
    expect(rows.map(([code, name, , , level, parent]) => [code, name, level, parent])).toEqual([
      ['000000', '中华人民共和国', 'nation', null],
      ['410000', '河南省', 'province', '000000'],
      ['410100', '郑州市', 'city', '410000'],
      ['410102', '中原区', 'county', '410100'],
      ['410105', '新金水区', 'county', '410100'],
      ['419001', '济源市', 'city', '410000'],
      ['810000', '香港特别行政区', 'province', '000000'],
    ]);
    expect(leftOut).toEqual(['998877']);
  });

  it('reads TopoJSON to the same counties, without a gap between neighbours', () => {
    for (const file of [geojson, topojson]) {
      const { areas } = built(file, 'gcj02');
      const [left, right] = [areas.get('410102') ?? [], areas.get('410105') ?? []];
      let looked = 0;
      for (let lng = 113.501; lng < 113.7; lng += 0.0071) {
        for (let lat = 34.701; lat < 34.8; lat += 0.0077) {
          expect(isInside(left, lng, lat) !== isInside(right, lng, lat), `${lng},${lat}`).toBe(true);
          looked++;
        }
      }
      expect(looked).toBeGreaterThan(300);
    }
  });

  it('converts WGS-84 by default’s name and keeps the dash line', () => {
    const shifted = built(geojson, 'wgs84').areas.get('410102') ?? [];
    expect(isInside(shifted, 113.503, 34.75)).toBe(false);
    expect(isInside(shifted, 113.603, 34.75)).toBe(true);
    expect(built(geojson, 'wgs84').china).toContain('"dash":[');
  });

  it('refuses a file of another kind', () => {
    expect(() => readOfficial({ type: 'Feature' }, 'wgs84', regions.all)).toThrow('neither GeoJSON nor TopoJSON');
    expect(() =>
      readOfficial({ type: 'FeatureCollection', features: [{ ...feature('1', 'x', west) }] }, 'wgs84', []),
    ).toThrow('six-digit code');
  });
});
