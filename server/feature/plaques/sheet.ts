import { mayDo } from '../../../shared/actor/may.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { parseCode, type StationCode } from '../../../shared/station/code.ts';
import type { PlaqueKeyId } from '../../../shared/station/plaque-key.ts';
import { plaqueAmenities, plaqueHours } from '../../../shared/station/plaque-text.ts';
import { PUBLISHED, type Station } from '../../../shared/station/station.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Signed } from '../../http/signed.ts';
import type { UnionBook } from '../unions/book.ts';
import { currentKey, plaqueUrl } from './tag.ts';

type Item = RouteReply<'plaqueSheet'>['items'][number];
type Sheet = {
  readonly stations: readonly Station[];
  readonly key: PlaqueKeyId;
  readonly items: readonly Item[];
};

/** Of the page that asks, for plaques that are examples anyway. */
type Asking = { readonly who: Signed; readonly headers: Headers };

/**
 * What goes on the plaques of some stations of the asker's own branch, in the order asked, each once. Refuses `station-unknown` for
 * a code of nobody or of another branch, `plaque-unpublished`, and `plaque-needs-origin`.
 */
export async function sheetOf(deps: Deps, codes: readonly string[], asking: Asking): Promise<Result<Sheet>> {
  const book = await deps.unions.current();
  const stations = new Map<StationCode, Station>();
  for (const text of codes) {
    const found = await stationFor(deps, book, { text, who: asking.who });
    if (!found.ok) return found;
    if (found.value.code !== null) stations.set(found.value.code, found.value);
  }
  const isReal = [...stations.values()].some(({ origin }) => origin !== 'synthetic');
  if (deps.publicOrigin === null && isReal) return refuse({ kind: 'plaque-needs-origin', name: 'PUBLIC_ORIGIN' });
  const key = currentKey(await deps.store.plaqueKeys());
  const origin = deps.publicOrigin ?? originOf(asking.headers);
  const items = [...stations].map(([code, station]) => ({
    ...factsOf(station),
    code,
    union: book.get(station.union)?.name ?? '',
    url: plaqueUrl({ origin, secret: deps.secret, key }, code),
  }));
  return ok({ stations: [...stations.values()], key, items });
}

type Wanted = { readonly text: string; readonly who: Signed };

async function stationFor({ store }: Deps, { tree }: UnionBook, { text, who }: Wanted): Promise<Result<Station>> {
  const code = parseCode(text);
  if (!code.ok) return code;
  const station = await store.stationByCode(code.value);
  const isTheirs =
    station !== null && mayDo(who.actor, 'print-plaque', { id: station.id, union: station.union, tree }).ok;
  if (!isTheirs) return refuse({ kind: 'station-unknown', code: code.value });
  const { status } = station;
  return PUBLISHED.includes(status) ? ok(station) : refuse({ kind: 'plaque-unpublished', code: code.value, status });
}

function factsOf(station: Station): Omit<Item, 'code' | 'union' | 'url'> {
  const { name, access, hours, amenities, origin, kind } = station;
  return {
    name,
    modes: [...access.modes],
    free: access.free,
    // A mobile station is where its stops say, and those change.
    hours: kind === 'mobile' ? [] : [...plaqueHours(hours)],
    amenities: [...plaqueAmenities(amenities)],
    isSynthetic: origin === 'synthetic',
  };
}

/** `.invalid` leads nowhere, on purpose. */
const NOWHERE = 'https://example.invalid';

function originOf(headers: Headers): string {
  const said = headers.get('origin') ?? '';
  return /^https?:\/\/[\w.:[\]-]{1,200}$/.test(said) ? said : NOWHERE;
}
