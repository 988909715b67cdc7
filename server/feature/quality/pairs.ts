import { createHash } from 'node:crypto';
import { mayDo } from '../../../shared/actor/may.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import { LIKELIHOODS, type PairScore, scorePair } from '../../../shared/stats/quality-pair.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import { PAIRS_PAGE } from '../../../shared/wire/routes/quality.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import { type Asked, askQuality, pageAfter } from './asked.ts';
import { counts } from './kinds.ts';
import type { NearPair, QualityModel } from './pass.ts';

type Shown = RouteReply<'qualityPairs'>['pairs'][number];
type Scored = PairScore & { readonly first: Station; readonly second: Station; readonly metres: number };
/** Stations read at once. */
const PAGE = 400;

export function qualityPairs(deps: Deps, quality: QualityModel): Act<'qualityPairs'> {
  return async ({ query, who }) => {
    const found = await askQuality({ ...deps, quality }, who, query);
    if (!found.ok) return found;
    const asked = found.value;
    const { open } = await openPairs(deps, asked);
    const scored = await scoredPairs(deps, asked, open);
    const wanted = scored.filter(({ likelihood }) => query.likelihood === undefined || likelihood === query.likelihood);
    const { page, next } = pageAfter(wanted, { after: query.after, size: PAIRS_PAGE, idOf: keyOf });
    const counted = LIKELIHOODS.map((one) => [one, scored.filter(({ likelihood }) => likelihood === one).length]);
    return ok({
      count: wanted.length,
      likelihoods: Object.fromEntries(counted) as RouteReply<'qualityPairs'>['likelihoods'],
      pairs: page.map((pair) => shownPair(asked, pair)),
      next,
    });
  };
}

/** Pairs of which at least one is in the branch, without those that somebody answered to be two. */
export async function openPairs(
  { store }: Pick<Deps, 'store'>,
  asked: Asked,
): Promise<{ readonly open: readonly NearPair[]; readonly answered: number }> {
  const { pass, judging, sort } = asked;
  const { ids } = pass.state.rows;
  const mine = pass.pairs.filter(({ a, b }) => counts(pass, a, sort) && (judging.mine(a) || judging.mine(b)));
  const different = new Set((await store.differentPairs()).map(({ first, second }) => `${first}-${second}`));
  const open = mine.filter(({ a, b }) => !different.has(pairKey(ids[a] ?? '', ids[b] ?? '')));
  return { open, answered: mine.length - open.length };
}

export function pairKey(one: string, other: string): string {
  return one < other ? `${one}-${other}` : `${other}-${one}`;
}

function keyOf({ first, second }: Scored): string {
  return pairKey(first.id, second.id);
}

/** Found once for every look at the register: a page is asked for again and again. */
const SCORED = new WeakMap<NearPair, Scored>();

async function scoredPairs({ store }: Deps, { pass }: Asked, pairs: readonly NearPair[]): Promise<readonly Scored[]> {
  const idAt = (row: number) => pass.state.rows.ids[row] as StationId;
  const news = pairs.filter((pair) => !SCORED.has(pair));
  const ids = [...new Set(news.flatMap(({ a, b }) => [idAt(a), idAt(b)]))];
  const stations = new Map<StationId, Station>();
  for (let start = 0; start < ids.length; start += PAGE) {
    for (const station of await store.stationsById(ids.slice(start, start + PAGE))) stations.set(station.id, station);
  }
  for (const pair of news) {
    const [first, second] = [stations.get(idAt(pair.a)), stations.get(idAt(pair.b))];
    const { metres } = pair;
    if (first && second) SCORED.set(pair, { first, second, metres, ...scoreOf(first, second, metres) });
  }
  const scored = pairs.flatMap((pair) => SCORED.get(pair) ?? []);
  return scored.sort((a, b) => b.score - a.score || a.metres - b.metres || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function scoreOf(first: Station, second: Station, metres: number): PairScore {
  return scorePair({
    metres,
    names: [first.name, second.name],
    addresses: [first.address, second.address],
    hosts: [first.hostName, second.hostName],
  });
}

function shownPair({ book, actor }: Asked, pair: Scored): Shown {
  const { first, second, metres, score, likelihood, because } = pair;
  const isOwn = ({ union }: Station) => book.tree.isWithin(union, actor.union);
  const shown = (station: Station): Shown['first'] => ({
    id: isOwn(station) ? station.id : null,
    code: station.code,
    name: station.name,
    address: station.address,
    hostName: isOwn(station) ? station.hostName : null,
    unionName: book.get(station.union)?.name ?? '',
    status: station.status,
    synthetic: station.origin === 'synthetic',
  });
  const answers = ({ id, union }: Station) => mayDo(actor, 'settle-doubts', { id, union, tree: book.tree }).ok;
  return {
    first: shown(first),
    second: shown(second),
    metres: Math.round(metres),
    score,
    likelihood,
    because,
    mayAnswer: answers(first) && answers(second),
  };
}

/** Both stand in the asker's branch, or there is nothing to be told. */
export function answerPair({ store, unions, now }: Deps): Act<'qualityAnswer'> {
  return async ({ body, who }) => {
    const { actor } = who;
    const { tree } = await unions.current();
    const pair = await store.stationsById([body.first, body.second]);
    const gone: Result<never> = refuse({ kind: 'not-permitted', step: 'settle-doubts' });
    if (pair.length !== 2) return gone;
    if (!pair.every(({ id, union }) => mayDo(actor, 'settle-doubts', { id, union, tree }).ok)) return gone;
    const [first, second] = body.first < body.second ? [body.first, body.second] : [body.second, body.first];
    const said = JSON.stringify([first, second, body.reason]);
    const done = await store.keepDifferent(
      {
        commandId: body.id,
        actor: { id: actor.id, union: actor.union },
        bodyHash: createHash('sha256').update(said).digest('hex'),
        at: now(),
      },
      { first, second, reason: body.reason },
    );
    return done.ok ? ok({ id: done.value.commandId, at: done.value.at }) : done;
  };
}
