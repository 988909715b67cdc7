import { type UnionTree, unionTree } from '../actor/tree.ts';
import type { Union } from '../actor/union-edit.ts';
import { NATION, type Region, type RegionCode } from '../station/region.ts';
import type { UnionId } from '../station/station.ts';
import type { Chronicle } from './chronicle.ts';
import { Divisions } from './divisions.ts';
import type { Question } from './question.ts';
import type { Stand } from './stand.ts';
import { knownAt, type ToldRow } from './told.ts';

/** What figures rest on beside history. Any list of unions and divisions that holds the first ones will do: history tells the rest. */
export type Ground = {
  readonly regions: readonly Region[];
  /** Codes that no longer exist → today's. */
  readonly aliases: ReadonlyMap<RegionCode, RegionCode>;
  readonly unions: readonly Union[];
  /** Whether a point lies outside the division it is registered in; null: there are no borders to say so. */
  readonly isOutside: ((stand: Stand) => boolean) | null;
};

/** Unions and divisions as they were known at a row of history. */
export type World = {
  readonly tree: UnionTree;
  readonly unions: ReadonlyMap<string, Union>;
  readonly divisions: Divisions;
};

const NO_ALIASES: Ground['aliases'] = new Map();

/** Worlds nothing was ever told of, by the divisions they are seen in: the same for every row of history. */
const FIRST = new WeakMap<Ground, Map<Question['divisions'], World>>();

export function worldAt(
  { cases }: Chronicle,
  ground: Ground,
  { seq, divisions }: { readonly seq: number; readonly divisions: Question['divisions'] },
): World {
  if (cases.told.length > 0) return worldOf(ground, divisions, { told: cases.told, seq });
  const known = FIRST.get(ground) ?? new Map<Question['divisions'], World>();
  FIRST.set(ground, known);
  const world = known.get(divisions) ?? worldOf(ground, divisions, { told: [], seq });
  known.set(divisions, world);
  return world;
}

type Telling = { readonly told: readonly ToldRow[]; readonly seq: number };

function worldOf(ground: Ground, seen: Question['divisions'], { told, seq }: Telling): World {
  const of = (subject: ToldRow['subject']) => told.filter((row) => row.subject === subject);
  const unions = knownAt(new Map(ground.unions.map((union) => [union.id as string, union])), of('union'), seq);
  const regions = knownAt(new Map(ground.regions.map((region) => [region.code as string, region])), of('region'), seq);
  return {
    tree: unionTree(unions.values()),
    unions,
    divisions: new Divisions(regions, seen === 'today' ? ground.aliases : NO_ALIASES),
  };
}

/** The division a union stands for: its own, or that of the nearest above it which has one. */
export function regionOfUnion({ unions }: World, union: UnionId): RegionCode {
  let next: UnionId | null = union;
  for (let depth = 0; next !== null && depth < 8; depth++) {
    const found: Union | undefined = unions.get(next);
    if (found === undefined) break;
    if (found.region !== null) return found.region;
    next = found.parent;
  }
  return NATION;
}
