import { ROOT_UNION } from '../../../shared/actor/actor.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import { ORIGINS, type StationId } from '../../../shared/station/station.ts';
import { INDICATORS } from '../../../shared/stats/definitions/all.ts';
import type { RouteName, RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Pace } from '../../http/limit.ts';
import type { Act, Ask } from '../../http/mount.ts';
import { answerFigures } from '../figures/answer.ts';
import { questionSaid } from '../figures/question.ts';
import { isGood, keyHash } from './keys.ts';
import { openStation } from './station.ts';

const PAGE = 200;

/** Only whoever has a good key is answered, at a pace of its own. Refuses `partner-key`, `rate-limited`. */
export function withKey<N extends RouteName>({ store, now }: Deps, pace: Pace, act: Act<N>): Act<N> {
  return async (ask: Ask<N>) => {
    const key = /^Bearer (\S{1,100})$/.exec(ask.headers.get('authorization') ?? '')?.[1];
    const partner = key === undefined ? null : await store.partnerByKey(keyHash(key));
    if (partner === null || !isGood(partner, now())) return refuse({ kind: 'partner-key' });
    const paced = await pace(partner.id);
    return paced.ok ? act(ask) : paced;
  };
}

/** Of the list at the desks, published ones alone, in the order of their codes. */
export function openStationsAct(deps: Deps): Act<'openStations'> {
  return async ({ query: { region, after, stations } }) => {
    const within = regionsWithin(deps, region ?? null);
    if (!within.ok) return within;
    const ids = await idsAfter(deps, { regions: within.value, after: Number(after ?? 0), stations });
    const page = ids.slice(0, PAGE);
    const telling = { regions: deps.regions, at: deps.now() };
    const found = new Map((await deps.store.stationsById(page)).map((station) => [station.id, station]));
    const rows = page.flatMap((id) => {
      const station = found.get(id);
      return station === undefined || station.code === null
        ? []
        : [openStation({ ...station, code: station.code }, telling)];
    });
    const next = ids.length > PAGE ? (rows[rows.length - 1]?.code ?? null) : null;
    return ok({ datum: 'GCJ-02', terms: deps.openData.terms, stations: rows, next });
  };
}

/** Null: everywhere. */
function regionsWithin({ regions }: Deps, region: string | null): Result<ReadonlySet<number> | null> {
  if (region === null || Number(region) === 0) return ok(null);
  const top = region as RegionCode;
  if (regions.get(top) === null) return refuse({ kind: 'region-unknown', region });
  return ok(new Set(regions.all.filter(({ code }) => regions.isWithin(code, top)).map(({ code }) => Number(code))));
}

type Wanted = {
  readonly regions: ReadonlySet<number> | null;
  readonly after: number;
  readonly stations: 'real' | 'synthetic';
};

/** One more than a page. Codes of fifteen digits are exact as numbers. */
async function idsAfter({ list }: Deps, { regions, after, stations }: Wanted): Promise<readonly StationId[]> {
  const { rows } = await list.current();
  const { held, published, origin } = rows.bytes;
  const synthetic = ORIGINS.indexOf('synthetic');
  const found: { readonly code: number; readonly id: StationId }[] = [];
  for (const [row, id] of rows.ids.entries()) {
    const code = rows.reals.code[row] ?? 0;
    if (held[row] !== 1 || published[row] !== 1 || code <= after) continue;
    if ((origin[row] === synthetic) !== (stations === 'synthetic')) continue;
    if (regions === null || regions.has(rows.wholes.region[row] ?? 0)) found.push({ code, id });
  }
  return found
    .sort((a, b) => a.code - b.code)
    .slice(0, PAGE + 1)
    .map(({ id }) => id);
}

/** The nation by province, or one province; whatever lies below is the unions' own to give. */
export function openFiguresAct(deps: Deps): Act<'openFigures'> {
  return async ({ query: { period, tables, region, asOf } }) => {
    const place = region === undefined || Number(region) === 0 ? null : (region as RegionCode);
    if (place !== null && deps.regions.get(place)?.level !== 'province') {
      return refuse({ kind: 'region-outside', region: place });
    }
    const question = await questionSaid(deps, {
      period,
      asOf: asOf ?? null,
      union: ROOT_UNION,
      region: place,
      by: place === null ? 'province' : 'none',
      divisions: 'then',
      stations: 'real',
    });
    if (!question.ok) return question;
    const answer = await answerFigures(deps, question.value, tables);
    if (!answer.ok) return answer;
    const { head, tables: shown } = answer.value;
    return ok({ terms: deps.openData.terms, head, tables: shown });
  };
}

export function openDefinitions(): RouteReply<'openDefinitions'> {
  return {
    indicators: INDICATORS.map(({ id, table, name, unit, versions }) => ({
      id,
      table,
      name,
      unit,
      versions: versions.map(({ version, from, to, counts, leavesOut }) => ({ version, from, to, counts, leavesOut })),
    })),
  };
}
