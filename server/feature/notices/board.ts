import { isoText } from '../../../shared/kernel/instant.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Noticed } from '../../store/port/notices.ts';
import type { RegionTable } from '../regions/table.ts';

type Board = RouteReply<'notices'>;
type Item = Board['items'][number];
type Posted = { readonly region: RegionCode; readonly item: Item };

/** Another process may write too: what is older than this is looked at again. Milliseconds. */
const FRESH_MS = 500;

/**
 * All public notices, read from the store once for as long as nothing is written. Only what is public anyway leaves it: the reason
 * as it stands on the station's page, never the evidence.
 */
export function noticeBoard({ store, regions, now }: Deps): (region: RegionCode | null) => Promise<Board> {
  let held: { readonly posted: readonly Posted[]; readonly seq: number; at: number } | null = null;
  const current = async (): Promise<readonly Posted[]> => {
    if (held !== null && now() - held.at < FRESH_MS) return held.posted;
    const { seq } = await store.counter();
    if (held?.seq === seq) held.at = now();
    else held = { posted: (await store.noticedStations()).map((one) => postedOf(one, regions)), seq, at: now() };
    return held.posted;
  };
  return async (region) => {
    const posted = await current();
    const there = posted.filter((one) => region === null || regions.isWithin(one.region, region));
    return { asOf: isoText(now()), items: there.map(({ item }) => item) };
  };
}

function postedOf({ station, reasonCode }: Noticed, regions: RegionTable): Posted {
  const { code, name, region, address, statusNote, origin } = station;
  const city = regions.cityOf(region);
  const item = {
    code: code ?? '',
    name,
    city: regions.fullName(city),
    county: city === region ? '' : (regions.get(region)?.name ?? ''),
    address,
    reasonCode,
    reason: statusNote?.reason ?? '',
    from: statusNote?.since ?? null,
    until: statusNote?.until ?? null,
    isSynthetic: origin === 'synthetic',
  };
  return { region, item };
}
