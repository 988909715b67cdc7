import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import type { DemandSet } from '../../store/port/demand.ts';
import type { ReportCommand } from '../../store/port.ts';
import { BUILT_IN_NAMED, demandIn } from './question.ts';
import { readDemand } from './read-demand.ts';
import { mayIn, scopeAsked } from './scope.ts';

type SetView = RouteReply<'demandSets'>['items'][number];

/** Kept at once by one union. */
const SETS_MOST = 50;

export function listSets(deps: Deps): Act<'demandSets'> {
  return async ({ who }) => {
    const scope = await scopeAsked(deps, who, { union: undefined, region: undefined });
    if (!scope.ok) return scope;
    const builtIn = await Promise.all(
      BUILT_IN_NAMED.map(async (set): Promise<SetView> => {
        const points = await demandIn(deps, { set, scope: scope.value });
        const weight = points.reduce((sum, one) => sum + one.weight, 0);
        const { id, title, synthetic } = set;
        const nobody = { union: null, at: null, byName: null, mayWithdraw: false };
        return { id, title, synthetic, points: points.length, weight, ...nobody };
      }),
    );
    const kept = await deps.store.demandSets(who.actor.union);
    return ok({ items: [...builtIn, ...(await viewsOf(deps, who, kept))] });
  };
}

async function viewsOf(deps: Deps, who: Signed, sets: readonly DemandSet[]): Promise<readonly SetView[]> {
  const book = await deps.unions.current();
  const names = await deps.store.accountNames([...new Set(sets.map(({ actor }) => actor))]);
  return Promise.all(
    sets.map(async ({ id, title, union, points, weight, at, actor }) => ({
      id,
      title,
      union: { id: union, name: book.get(union)?.name ?? union },
      synthetic: false,
      points,
      weight,
      at,
      byName: names.get(actor)?.name ?? null,
      mayWithdraw: (await mayIn(deps, who, { task: 'keep-demand', union })).ok,
    })),
  );
}

/** Of the asker's own union. Nothing of a file is kept while rows of it cannot be read, but when those are to be left out. */
export function uploadSet(deps: Deps): Act<'demandUpload'> {
  return async ({ who, query, upload }) => {
    const { union } = who.actor;
    const permitted = await mayIn(deps, who, { task: 'keep-demand', union });
    if (!permitted.ok) return permitted;
    const room = await roomFor(deps, who);
    if (!room.ok) return room;
    const file = await deps.ledgers.read(upload, query.name);
    if (!file.ok) return file;
    const { countyOf } = deps.ledgers.atlas;
    const read = await readDemand(file.value, { datum: query.datum, countyOf });
    await file.value.close();
    if (!read.ok) return read;
    const { points, rows, refusedCount } = read.value;
    const refused = read.value.refused.map(({ row, name, refusal }) => ({ row, name, why: sentence(refusal) }));
    const nothing = { set: null, rows, refusedCount, refused };
    if (points.length === 0 || (refusedCount > 0 && query.bad === 'refuse')) return ok(nothing);
    const { title, name } = query;
    const body = [title, name, query.datum, query.bad, createHash('sha256').update(upload).digest('hex')];
    const kept = await deps.store.keepDemand(commandOf(deps, who, { id: query.id, body }), {
      union,
      title,
      file: name,
      points,
    });
    if (!kept.ok) return kept;
    const [set = null] = await viewsOf(deps, who, [kept.value]);
    return ok({ ...nothing, set });
  };
}

async function roomFor({ store }: Deps, { actor }: Signed): Promise<Result<true>> {
  const own = (await store.demandSets(actor.union)).filter(({ union }) => union === actor.union);
  return own.length < SETS_MOST ? ok(true) : refuse({ kind: 'demand-limit', max: SETS_MOST });
}

export function withdrawSet(deps: Deps): Act<'demandWithdraw'> {
  return async ({ who, params, body }) => {
    const set = await deps.store.demandSet(params.set);
    const permitted = set && (await mayIn(deps, who, { task: 'keep-demand', union: set.union }));
    if (!permitted?.ok) return refuse({ kind: 'demand-unknown' });
    const command = commandOf(deps, who, { id: body.id, body: [params.set, body.reason] });
    const done = await deps.store.withdrawDemand(command, { set: params.set, reason: body.reason });
    return done.ok ? ok({ done: true }) : done;
  };
}

function commandOf(
  { now }: Deps,
  { actor }: Signed,
  { id, body }: { readonly id: string; readonly body: unknown },
): ReportCommand {
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return { commandId: id, actor: { id: actor.id, union: actor.union }, bodyHash, at: now() };
}
