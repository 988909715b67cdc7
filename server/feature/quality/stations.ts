import { ok } from '../../../shared/kernel/result.ts';
import type { StationId } from '../../../shared/station/station.ts';
import { QUALITY_KINDS } from '../../../shared/stats/quality-kind.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import { QUALITY_PAGE } from '../../../shared/wire/routes/quality.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { CountyLocator } from '../regions/county.ts';
import { type Asked, askQuality, countedRows, pageAfter } from './asked.ts';
import { isDoubtful } from './kinds.ts';
import type { QualityModel } from './pass.ts';

type Shown = RouteReply<'qualityStations'>['stations'][number];

export function qualityStations(
  deps: Deps,
  { quality, countyOf }: { readonly quality: QualityModel; readonly countyOf: CountyLocator },
): Act<'qualityStations'> {
  return async ({ query, who }) => {
    const found = await askQuality({ ...deps, quality }, who, query);
    if (!found.ok) return found;
    const asked = found.value;
    const { pass, judging } = asked;
    const { reals, ids } = pass.state.rows;
    const rows = [...countedRows(asked)]
      .filter((row) => isDoubtful(pass, row, { kind: query.kind, judging }))
      .sort((a, b) => (reals.code[a] ?? 0) - (reals.code[b] ?? 0) || a - b);
    const idOf = (row: number) => ids[row] ?? '';
    const { page, next } = pageAfter(rows, { after: query.after, size: QUALITY_PAGE, idOf });
    return ok({ count: rows.length, stations: await shownRows(deps, asked, { page, countyOf }), next });
  };
}

async function shownRows(
  { store, regions }: Deps,
  { book, pass, judging }: Asked,
  { page, countyOf }: { readonly page: readonly number[]; readonly countyOf: CountyLocator },
): Promise<readonly Shown[]> {
  const stations = await store.stationsById(page.map((row) => pass.state.rows.ids[row] as StationId));
  return stations.map((station): Shown => {
    const row = pass.state.rows.rowOf(station.id);
    const doubts = row === null ? [] : QUALITY_KINDS.filter((kind) => isDoubtful(pass, row, { kind, judging }));
    const county = doubts.includes('outside') ? countyOf(station.point) : null;
    return {
      id: station.id,
      code: station.code,
      name: station.name,
      address: station.address,
      unionName: book.get(station.union)?.name ?? '',
      regionName: regions.fullName(station.region),
      status: station.status,
      synthetic: station.origin === 'synthetic',
      verifiedOn: station.verifiedOn,
      doubts,
      liesIn: county === null ? null : regions.fullName(county),
    };
  });
}
