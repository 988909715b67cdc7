import { type UnionTree, unionTree } from '../../../shared/actor/tree.ts';
import type { Union } from '../../../shared/actor/union-edit.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import {
  type SettingRows,
  type SettingSource,
  type Settings,
  settingSources,
  settingsFor,
} from '../../../shared/station/settings.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Store } from '../../store/port.ts';

export type { Union };

/** Unions of a branch under which the same settings hold; `unions` null: all that no other group names. */
export type SettingGroup = { readonly settings: Settings; readonly unions: readonly UnionId[] | null };

/** All unions and their settings, as of one reading. */
export type UnionBook = {
  readonly tree: UnionTree;
  /** Closed ones too. */
  readonly all: readonly Union[];
  readonly rows: SettingRows['rows'];
  get(id: UnionId): Union | null;
  /** Right below it, by id. */
  below(id: UnionId): readonly Union[];
  /** The union and everything below it. */
  branchOf(top: UnionId): ReadonlySet<UnionId>;
  settingsOf(union: UnionId, at: Instant): Settings;
  sourcesOf(union: UnionId, at: Instant): ReadonlyMap<string, SettingSource>;
  /** A branch by what holds in it: first what holds at its top, then every union of it under which something else was said. */
  settingGroups(top: UnionId, at: Instant): readonly SettingGroup[];
};

export type UnionBooks = {
  current(): Promise<UnionBook>;
  /** After a write of this process: the next question reads again. */
  forget(): void;
};

/** Another process may write too: what is older than this is looked at again. Milliseconds. */
const FRESH_MS = 500;

export function unionBooks(store: Store, now: () => Instant): UnionBooks {
  let held: { readonly book: UnionBook; readonly seq: number; at: Instant } | null = null;
  return {
    current: async () => {
      if (held !== null && now() - held.at < FRESH_MS) return held.book;
      const { seq } = await store.counter();
      if (held?.seq === seq) {
        held.at = now();
        return held.book;
      }
      const book = bookOf(await store.unions(), await store.settings());
      held = { book, seq, at: now() };
      return book;
    },
    forget: () => {
      held = null;
    },
  };
}

export function bookOf(all: readonly Union[], rows: SettingRows['rows']): UnionBook {
  const byId = new Map(all.map((union) => [union.id, union]));
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  const children = childrenOf(all);
  const tree = unionTree(all);
  const branchOf = (top: UnionId) => (byId.has(top) ? new Set(branch(top, children)) : new Set<UnionId>());
  const settingsOf = (union: UnionId, at: Instant) => settingsFor(union, { rows, parents }, at);
  return {
    tree,
    all,
    rows,
    get: (id) => byId.get(id) ?? null,
    below: (id) => children.get(id) ?? [],
    branchOf,
    settingsOf,
    sourcesOf: (union, at) => settingSources(union, { rows, parents }, at),
    settingGroups: (top, at) => {
      const sayers = [...new Set(rows.map(({ union }) => union))].filter((id) => id !== top && tree.isWithin(id, top));
      const special = new Set(sayers.flatMap((id) => [...branchOf(id)]));
      const groups = new Map<string, { settings: Settings; unions: UnionId[] }>();
      for (const id of special) {
        const settings = settingsOf(id, at);
        const key = JSON.stringify(settings);
        const group = groups.get(key) ?? { settings, unions: [] };
        group.unions.push(id);
        groups.set(key, group);
      }
      return [{ settings: settingsOf(top, at), unions: null }, ...groups.values()];
    },
  };
}

function childrenOf(all: readonly Union[]): ReadonlyMap<UnionId, readonly Union[]> {
  const children = new Map<UnionId, Union[]>();
  for (const union of all) {
    if (union.parent === null) continue;
    const listed = children.get(union.parent);
    if (listed) listed.push(union);
    else children.set(union.parent, [union]);
  }
  return children;
}

function branch(top: UnionId, children: ReadonlyMap<UnionId, readonly Union[]>): UnionId[] {
  return [top, ...(children.get(top) ?? []).flatMap(({ id }) => branch(id, children))];
}
