import { type UnionTree, unionTree } from '../../../shared/actor/tree.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { type Settings, settingsFor } from '../../../shared/station/settings.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Store } from '../../store/port.ts';

export type Union = Awaited<ReturnType<Store['unions']>>[number];

/** All unions and their settings, as of one reading. */
export type UnionBook = {
  readonly tree: UnionTree;
  readonly all: readonly Union[];
  get(id: UnionId): Union | null;
  /** The union and everything below it. */
  branchOf(top: UnionId): ReadonlySet<UnionId>;
  settingsOf(union: UnionId, at: Instant): Settings;
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

function bookOf(all: readonly Union[], rows: Awaited<ReturnType<Store['settings']>>): UnionBook {
  const byId = new Map(all.map((union) => [union.id, union]));
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  const tree = unionTree(all);
  return {
    tree,
    all,
    get: (id) => byId.get(id) ?? null,
    branchOf: (top) => new Set(all.flatMap(({ id }) => (tree.isWithin(id, top) ? [id] : []))),
    settingsOf: (union, at) => settingsFor(union, { rows, parents }, at),
  };
}
