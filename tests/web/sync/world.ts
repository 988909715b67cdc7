import type { StationTable } from '../../../shared/feed/row.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import type { CityBox } from '../../../shared/station/city-boxes.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { fixtureCityOf, makeStations } from '../../fixtures/packs/make.ts';
import { FakeServer } from '../../fixtures/web/server.ts';

const COUNTRY = makeStations(12_000, 7);

/** Cities of the invented country with at least 20 stations, the largest first. */
export const CITIES: readonly { readonly region: RegionCode; readonly rows: readonly PublicStation[] }[] = (() => {
  const byCity = new Map<RegionCode, PublicStation[]>();
  for (const row of COUNTRY) {
    const city = fixtureCityOf(row.region);
    byCity.set(city, [...(byCity.get(city) ?? []), row]);
  }
  return [...byCity]
    .map(([region, rows]) => ({ region, rows }))
    .filter(({ rows }) => rows.length >= 20)
    .sort((a, b) => b.rows.length - a.rows.length);
})();

export function cityAt(place: number): (typeof CITIES)[number] {
  const city = CITIES[place];
  if (city === undefined) throw new Error(`the country has no city ${place}`);
  return city;
}

export function boxOf(region: RegionCode, rows: readonly PublicStation[]): CityBox {
  const lngs = rows.map(({ point }) => point.lng);
  const lats = rows.map(({ point }) => point.lat);
  return { region, box: [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)] };
}

/** A server that has published these cities and built their packs. */
export function serverOf(...places: readonly number[]): FakeServer {
  const server = new FakeServer();
  for (const place of places) server.put(...cityAt(place).rows);
  for (const place of places) server.build(cityAt(place).region);
  return server;
}

/** Codes on the phone: everything within reach of the middle of China, which is all of it. */
export function codesOf(table: StationTable | null): readonly string[] {
  const query = { want: [], wantAny: [], unknownToo: false, passes: null } as const;
  const found = table?.nearest({ ...query, from: gcj02(108, 35), k: 100_000 }) ?? [];
  return found.map(({ row }) => row.code).sort();
}

export function codes(rows: readonly PublicStation[]): readonly string[] {
  return rows.map(({ code }) => code).sort();
}
