import type { StationId } from '../../../shared/station/station.ts';
import type { Deps } from '../../deps.ts';

type Named = {
  readonly code: string | null;
  readonly name: string;
  readonly unionName: string;
  readonly regionName: string;
  readonly synthetic: boolean;
};

/** Stations that a figure counts may have been taken off the register since: examples that were purged. */
const GONE: Named = { code: null, name: '已清除的示例站点', unionName: '', regionName: '', synthetic: true };

/** How stations are called today: a figure of the past leads to what one would look for now. */
export async function namesOf(
  { store, unions, regions }: Pick<Deps, 'store' | 'unions' | 'regions'>,
  ids: readonly StationId[],
): Promise<(id: StationId) => Named> {
  const book = await unions.current();
  const known = new Map((await store.stationsById(ids)).map((station) => [station.id, station]));
  return (id) => {
    const station = known.get(id);
    if (station === undefined) return GONE;
    const { code, name, union, region, origin } = station;
    return {
      code,
      name,
      unionName: book.get(union)?.name ?? '',
      regionName: regions.fullName(region),
      synthetic: origin === 'synthetic',
    };
  };
}
