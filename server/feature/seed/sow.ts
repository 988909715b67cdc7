import { dayOf } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Station } from '../../../shared/station/station.ts';
import { pictureOfDrawing } from '../photos/picture.ts';
import type { PhotoShelf } from '../photos/shelf.ts';
import { loadOutlines } from '../regions/read.ts';
import type { RegionTable } from '../regions/table.ts';
import { generateStations } from './generate.ts';
import { plantLogbooks, withLogbook } from './logbook.ts';
import { photographed } from './photographed.ts';
import { PICTURES } from './pictures.ts';
import { type PlantOptions, plantStations } from './plant.ts';

export type SowOptions = PlantOptions & {
  readonly regions: RegionTable;
  /** Where the drawn pictures go that some of the stations show. */
  readonly photos: PhotoShelf;
};

/** So many synthetic stations of one seed into the register, with a past and some with a logbook: the same count, seed and day give the same stations. */
export async function sow(
  { count, seed }: { readonly count: number; readonly seed: number },
  options: SowOptions,
): Promise<Result<number>> {
  const world = { regions: options.regions, outlines: loadOutlines(), today: dayOf(options.now()) };
  const names: string[] = [];
  for (const drawing of PICTURES) names.push(await options.photos.put(await pictureOfDrawing(drawing)));
  const kept: Station[] = [];
  const stations = photographed(generateStations(count, seed, world), names, seed);
  const planted = await plantStations(withLogbook(stations, kept), options);
  if (!planted.ok) return planted;
  const logbooks = await plantLogbooks(kept, world.today, options);
  return logbooks.ok ? planted : logbooks;
}
