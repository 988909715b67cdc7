import type { FeedRegion } from '../../shared/feed/feed.ts';
import { memoryStore } from '../local/memory.ts';
import type { Peeked } from '../local/peek.ts';
import type { Held, LocalStore } from '../local/store.ts';
import type { Desk } from './round.ts';

export type ShelfWorld = {
  /** Rejects when the part of the app that opens it could not be loaded. */
  readonly openStore: () => Promise<LocalStore>;
  /** The stored cities and calendar, read without the store's code; null when they cannot be read that way. */
  readonly peek: () => Promise<Peeked | null>;
  /** Whether an earlier visit stored something. If not, the first list need not wait for the database to be loaded. */
  readonly stored: { get(): boolean; set(): void };
  readonly painted: () => Promise<void>;
};

/** Where the copies stand: in the phone's store, or in this visit's memory until that is open. */
export type Shelf = {
  /** What is stored is on the desk and shown. */
  readonly ready: Promise<void>;
  store(): LocalStore;
  /** `later`: not opened yet. `visit`: there is none to be had, and all is gone when the page closes. */
  standing(): 'later' | 'kept' | 'visit';
  /** Opens the store if it is not, and puts into it what came before. */
  settle(): Promise<Settled>;
};
export type Settled = { readonly isNew: boolean; readonly unstored: 'full' | 'refused' | null };

export function openShelf(world: ShelfWorld, desk: Desk): Shelf {
  let store = memoryStore([]);
  let standing: ReturnType<Shelf['standing']> = 'later';
  const peeked = new Set<Held>();
  const settle = async (): Promise<Settled> => {
    if (standing !== 'later') return { isNew: false, unstored: null };
    const found = await world.openStore().catch(() => null);
    // The part that opens it did not load: asked for again after the next round.
    if (found === null) return { isNew: false, unstored: null };
    const opened = found.isKept ? noting(found, desk) : found;
    // What was read before stands there as it is; what was pulled before is to go in.
    const pulled = [...desk.held].flatMap(([region, held]) => (peeked.has(held) ? [] : [region]));
    try {
      await readInto(desk, opened);
      const unstored = await moveInto(desk, pulled, opened);
      [store, standing] = [opened, opened.isKept ? 'kept' : 'visit'];
      if (opened.isKept && unstored === null) world.stored.set();
      return { isNew: true, unstored };
    } catch {
      // It opened and cannot be read. The screens are told that nothing will be kept.
      opened.close();
      [store, standing] = [memoryStore(desk.held.values()), 'visit'];
      return { isNew: true, unstored: null };
    }
  };
  const start = async (): Promise<void> => {
    if (!world.stored.get()) return;
    const found = await world.peek().catch(() => null);
    for (const held of found?.cities ?? []) {
      const { region } = held.city.columns;
      if (desk.choices.get(region) === 'refused') continue;
      peeked.add(held);
      desk.held.set(region, held);
    }
    if (peeked.size > 0) {
      store = memoryStore(peeked);
      desk.calendar = found?.calendar ?? null;
      desk.show();
      await world.painted();
    }
    await settle();
  };
  return { ready: start().then(desk.show), store: () => store, standing: () => standing, settle };
}

/** Remembers beside the store what it holds, so that the loss of it can be told from never having had it. */
function noting(store: LocalStore, { choices }: Desk): LocalStore {
  return {
    ...store,
    save: async (next) => {
      const saved = await store.save(next);
      if (saved.kind === 'saved') choices.put(next.city.columns.region, 'saved');
      return saved;
    },
  };
}

/** Cities first and shown, the core behind them: the first list does not wait for the whole country. */
async function readInto(desk: Desk, store: LocalStore): Promise<void> {
  const { choices } = desk;
  const stored = await store.regions();
  const refused = stored.filter((region) => choices.get(region) === 'refused');
  // Deleted while it could not be, or by a tab that ended in between.
  for (const region of refused) await store.remove(region);
  const take = async (region: FeedRegion): Promise<void> => {
    const held = await store.load(region);
    if (held === null) return;
    desk.held.set(region, held);
    if (store.isKept && choices.get(region) === null) choices.put(region, 'saved');
  };
  const missing = stored.filter((region) => !desk.held.has(region) && !refused.includes(region));
  await Promise.all(missing.filter((region) => region !== 'CN').map(take));
  desk.calendar ??= await store.calendar();
  if (desk.held.size > 0) desk.show();
  if (missing.includes('CN')) await take('CN');
  if (store.isKept) noticeCleared(desk);
}

/** What was saved and is not there was taken by the browser: it is said, and cities come again. */
function noticeCleared({ choices, cleared, held }: Desk): void {
  for (const region of choices.all('saved')) {
    if (held.has(region)) continue;
    cleared.add(region);
    choices.put(region, region === 'CN' ? null : 'wanted');
  }
}

/** What was pulled before the store was open replaces whatever it held of the same regions. */
async function moveInto(desk: Desk, pulled: readonly FeedRegion[], store: LocalStore): Promise<Settled['unstored']> {
  let unstored: Settled['unstored'] = null;
  for (const region of pulled) {
    const held = desk.held.get(region);
    if (held === undefined) continue;
    const next = { ...held, stored: null, rev: (await store.revOf(region)) ?? 0 };
    const saved = await store.save(next);
    // When another tab was quicker the next round sees its `rev` and takes its copy over.
    desk.held.set(region, saved.kind === 'saved' ? saved.held : next);
    if (saved.kind === 'full' || saved.kind === 'refused') unstored = saved.kind;
  }
  if (desk.calendar !== null && pulled.length > 0) await store.putCalendar(desk.calendar);
  return unstored;
}
