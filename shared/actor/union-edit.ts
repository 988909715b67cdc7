import type { DateText } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { LEVELS, type Level } from '../station/lifecycle.ts';
import type { RegionCode } from '../station/region.ts';
import type { UnionId } from '../station/station.ts';
import { type UnionTree, unionTree } from './tree.ts';

/** `region`: the one it answers for; a town union's is its county's. `closedOn`: since then nothing begins in it. */
export type Union = {
  readonly id: UnionId;
  readonly parent: UnionId | null;
  readonly name: string;
  readonly region: RegionCode | null;
  readonly closedOn: DateText | null;
};

/** By the shape of the id: regions' own unions are generated, the others are added by people. */
export const UNION_KINDS = ['region', 'town', 'industry'] as const;
export type UnionKind = (typeof UNION_KINDS)[number];

export function unionKind(id: UnionId): UnionKind {
  if (id.startsWith('i-')) return 'industry';
  return id.startsWith('t-') ? 'town' : 'region';
}

export type UnionEdit =
  | { readonly kind: 'add'; readonly id: UnionId; readonly parent: UnionId; readonly name: string }
  | { readonly kind: 'rename'; readonly id: UnionId; readonly name: string }
  | { readonly kind: 'move'; readonly id: UnionId; readonly parent: UnionId }
  | { readonly kind: 'close'; readonly id: UnionId }
  | { readonly kind: 'reopen'; readonly id: UnionId };

/** What hangs on a union that is to be closed: stations that are not gone for good, accounts that may still sign in. */
export type Hanging = { readonly stations: number; readonly accounts: number };
export type UnionChange = { readonly before: Union | null; readonly after: Union };

export const UNION_NAME_MOST = 60;

type Held = { readonly tree: UnionTree; readonly all: readonly Union[]; readonly byId: ReadonlyMap<UnionId, Union> };
type Facts = { readonly hanging: Hanging; readonly on: DateText };

/**
 * What an edit makes of the tree, or why not. Pure; whose branch it is was asked before (`mayDo`). The tree that comes out
 * never has a loop, never goes deeper than towns, and keeps every union there ever was. Null: nothing changes.
 */
export function decideUnion(all: readonly Union[], edit: UnionEdit, facts: Facts): Result<UnionChange | null> {
  const held: Held = { tree: unionTree(all), all, byId: new Map(all.map((union) => [union.id, union])) };
  const before = held.byId.get(edit.id) ?? null;
  if (edit.kind === 'add')
    return before === null
      ? added(held, edit)
      : refuse({ kind: 'union-name-taken', field: 'edit.name', name: edit.name });
  if (before === null) return refuse({ kind: 'union-unknown', union: edit.id });
  const after = changed(held, edit, { ...facts, before });
  if (!after.ok) return after;
  return ok(sameUnion(before, after.value) ? null : { before, after: after.value });
}

function added(held: Held, { id, parent, name }: Extract<UnionEdit, { kind: 'add' }>): Result<UnionChange> {
  const kind = unionKind(id);
  if (kind === 'region') return refuse({ kind: 'union-fixed' });
  const above = held.byId.get(parent);
  if (above === undefined) return refuse({ kind: 'union-unknown', union: parent });
  const after: Union = { id, parent, name, region: kind === 'town' ? above.region : null, closedOn: null };
  const fault = placeFault(held, after) ?? nameFault(held, after);
  return fault === null ? ok({ before: null, after }) : refuse(fault);
}

type Editing = Facts & { readonly before: Union };

function changed(
  held: Held,
  edit: Exclude<UnionEdit, { kind: 'add' }>,
  { before, hanging, on }: Editing,
): Result<Union> {
  if (edit.kind === 'rename') return checked({ ...before, name: edit.name }, (after) => nameFault(held, after));
  if (unionKind(before.id) === 'region') return refuse({ kind: 'union-fixed' });
  if (edit.kind === 'move') return moved(held, before, edit.parent);
  if (edit.kind === 'close') {
    if (before.closedOn !== null) return ok(before);
    return checked({ ...before, closedOn: on }, () => useFault(held, before, hanging));
  }
  return checked({ ...before, closedOn: null }, (after) => placeFault(held, after) ?? nameFault(held, after));
}

function moved(held: Held, before: Union, parent: UnionId): Result<Union> {
  const above = held.byId.get(parent);
  if (above === undefined) return refuse({ kind: 'union-unknown', union: parent });
  if (held.tree.isWithin(parent, before.id)) return refuse({ kind: 'union-loop', field: 'edit.parent' });
  const region = unionKind(before.id) === 'town' ? above.region : before.region;
  return checked({ ...before, parent, region }, (after) => placeFault(held, after) ?? nameFault(held, after));
}

function checked(after: Union, faultOf: (after: Union) => Refusal | null): Result<Union> {
  const fault = faultOf(after);
  return fault === null ? ok(after) : refuse(fault);
}

/** Town unions stand under a region's own union of a city or county; industry unions wherever there is depth left. */
function placeFault(held: Held, { id, parent }: Union): Refusal | null {
  const field = 'edit.parent';
  const above = parent === null ? undefined : held.byId.get(parent);
  if (parent === null || above === undefined) return { kind: 'union-unknown', union: parent ?? '' };
  if (above.closedOn !== null) return { kind: 'union-closed', field };
  const level = held.tree.levelOf(parent);
  if (unionKind(id) === 'town' && !(unionKind(parent) === 'region' && isTownPlace(level))) {
    return { kind: 'field-choice', field, allowed: ['city', 'county'] };
  }
  const deepest = depthOf(held, parent) + heightOf(held, id);
  return deepest > LEVELS.length ? { kind: 'union-too-deep', field, max: LEVELS.length } : null;
}

function isTownPlace(level: Level | null): boolean {
  return level === 'city' || level === 'county';
}

/** The root's is 1. */
function depthOf({ byId }: Held, id: UnionId): number {
  let depth = 0;
  for (let next: UnionId | null = id; next !== null; next = byId.get(next)?.parent ?? null) depth += 1;
  return depth;
}

/** Levels of the branch that hangs on a union, itself included; 1 for one that is not there yet. */
function heightOf(held: Held, id: UnionId): number {
  const below = held.all.filter(({ parent }) => parent === id);
  return 1 + below.reduce((most, union) => Math.max(most, heightOf(held, union.id)), 0);
}

function nameFault({ all }: Held, { id, parent, name }: Union): Refusal | null {
  const field = 'edit.name';
  if (name.trim() === '') return { kind: 'field-required', field };
  if (name.length > UNION_NAME_MOST) return { kind: 'field-length', field, max: UNION_NAME_MOST };
  const taken = all.some((one) => one.id !== id && one.parent === parent && one.name === name && one.closedOn === null);
  return taken ? { kind: 'union-name-taken', field, name } : null;
}

function useFault({ all }: Held, { id }: Union, { stations, accounts }: Hanging): Refusal | null {
  const unions = all.filter(({ parent, closedOn }) => parent === id && closedOn === null).length;
  return unions + stations + accounts > 0 ? { kind: 'union-in-use', unions, stations, accounts } : null;
}

function sameUnion(a: Union, b: Union): boolean {
  return a.parent === b.parent && a.name === b.name && a.region === b.region && a.closedOn === b.closedOn;
}
