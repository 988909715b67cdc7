import { dayOf } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { loadOutlines } from '../regions/read.ts';
import type { RegionTable } from '../regions/table.ts';
import { generateStations } from './generate.ts';
import { type PlantOptions, plantStations } from './plant.ts';

export type SowOptions = PlantOptions & { readonly regions: RegionTable };

/** So many synthetic stations of one seed into the register: the same count, seed and day give the same stations. */
export function sow(
  { count, seed }: { readonly count: number; readonly seed: number },
  options: SowOptions,
): Promise<Result<number>> {
  const world = { regions: options.regions, outlines: loadOutlines(), today: dayOf(options.now()) };
  return plantStations(generateStations(count, seed, world), options);
}
