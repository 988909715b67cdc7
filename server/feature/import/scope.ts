import type { Actor } from '../../../shared/actor/actor.ts';
import { unionTree } from '../../../shared/actor/tree.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { NATION, type RegionCode } from '../../../shared/station/region.ts';
import { type Settings, settingsFor } from '../../../shared/station/settings.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Store } from '../../store/port.ts';

/** Whose stations a ledger may touch, and by whose rules. */
export type Scope = {
  readonly acting: UnionId;
  /** The union that answers for a station in a county; null when another branch does. */
  unionOf(region: RegionCode): UnionId | null;
  isOwn(union: UnionId): boolean;
  settingsOf(union: UnionId): Settings;
  /** Where the acting union is; null for everywhere. */
  readonly region: RegionCode | null;
};

/** The one who commits, as the life cycle asks for it. */
export type Hand = Pick<Actor, 'id' | 'union' | 'functions'>;

/** The command line acts for the operator: every union's rows, under the union named or else each county's own. */
export async function scopeOfCommand(store: Store, named: UnionId | null, at: Instant): Promise<Scope | null> {
  const unions = await store.unions();
  const union = unions.find(({ id }) => id === named)?.id ?? null;
  if (named !== null && union === null) return null;
  const acting = union ?? unions.find(({ region }) => region === NATION)?.id ?? (NATION as string as UnionId);
  const byRegion = new Map(unions.map(({ id, region }) => [region, id]));
  return {
    acting,
    unionOf: (region) => union ?? byRegion.get(region) ?? acting,
    isOwn: () => true,
    settingsOf: await settingsReader(store, unions, at),
    region: null,
  };
}

/**
 * The branch of a union: a county's rows belong to its county's union when that is in the branch. A town or an industry union,
 * which no county is named after, answers itself for rows under the territorial union above it.
 */
export async function scopeOfBranch(store: Store, acting: UnionId, at: Instant): Promise<Scope> {
  const unions = await store.unions();
  const tree = unionTree(unions);
  const byId = new Map(unions.map((union) => [union.id, union]));
  const byRegion = new Map(unions.map(({ id, region }) => [region, id]));
  let ground = byId.get(acting) ?? null;
  while (ground !== null && ground.region === null) ground = byId.get(ground.parent ?? acting) ?? null;
  const isOwn = (union: UnionId) => tree.isWithin(union, acting);
  const unionOf = (region: RegionCode) => {
    const union = byRegion.get(region) ?? null;
    if (union === null) return ground?.region === NATION ? acting : null;
    if (isOwn(union)) return union;
    return ground !== null && ground.id !== acting && tree.isWithin(union, ground.id) ? acting : null;
  };
  const region = ground?.region ?? null;
  return { acting, unionOf, isOwn, settingsOf: await settingsReader(store, unions, at), region };
}

type Unions = Awaited<ReturnType<Store['unions']>>;

async function settingsReader(store: Store, unions: Unions, at: Instant): Promise<(union: UnionId) => Settings> {
  const rows = await store.settings();
  const parents = new Map(unions.map(({ id, parent }) => [id, parent]));
  const known = new Map<UnionId, Settings>();
  return (union) => {
    const held = known.get(union) ?? settingsFor(union, { rows, parents }, at);
    known.set(union, held);
    return held;
  };
}
