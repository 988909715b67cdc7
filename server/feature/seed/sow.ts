import { dayOf } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { pictureOfDrawing } from '../photos/picture.ts';
import type { PhotoShelf } from '../photos/shelf.ts';
import { loadOutlines } from '../regions/read.ts';
import type { RegionTable } from '../regions/table.ts';
import { generateStations } from './generate.ts';
import { photographed } from './photographed.ts';
import { PICTURES } from './pictures.ts';
import { type PlantOptions, plantStations } from './plant.ts';

export type SowOptions = PlantOptions & {
  readonly regions: RegionTable;
  /** Where the drawn pictures go that some of the stations show. */
  readonly photos: PhotoShelf;
};

/** So many synthetic stations of one seed into the register: the same count, seed and day give the same stations. */
export async function sow(
  { count, seed }: { readonly count: number; readonly seed: number },
  options: SowOptions,
): Promise<Result<number>> {
  const world = { regions: options.regions, outlines: loadOutlines(), today: dayOf(options.now()) };
  const names: string[] = [];
  for (const drawing of PICTURES) names.push(await options.photos.put(await pictureOfDrawing(drawing)));
  return plantStations(photographed(generateStations(count, seed, world), names, seed), options);
}
