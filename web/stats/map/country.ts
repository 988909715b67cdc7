import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { decodeBorders } from '../../../shared/geo/borders.ts';
import { mapPorts } from '../../desk/parts/map-ports.ts';
import { type Net, netOf } from '../../map/base/net.ts';

/** Our own outlines: country, provinces and cities first, then the counties'. */
export type Country = {
  readonly nets: readonly [Net, Net];
  /** Codes of the divisions that have none below them, by the number under which borders name them. */
  readonly leaves: readonly string[];
};

/** The same files the map of the stations draws; asked for once. */
export function useCountry(): UseQueryResult<Country, Error> {
  return useQuery({ queryKey: ['outlines'], queryFn: loadCountry, staleTime: Number.POSITIVE_INFINITY });
}

async function loadCountry(): Promise<Country> {
  const supply = await mapPorts().ground.load();
  const [country, counties] = await Promise.all([
    netFrom(supply.borders('china')),
    netFrom(supply.borders('counties')),
  ]);
  return { nets: [country, counties], leaves: counties.names.map(({ code }) => String(code)) };
}

async function netFrom(coming: Promise<Uint8Array | null>): Promise<Net> {
  const bytes = await coming;
  const borders = bytes === null ? null : decodeBorders(bytes);
  if (borders === null || !borders.ok) throw new Error('the outlines could not be had');
  return netOf(borders.value);
}
