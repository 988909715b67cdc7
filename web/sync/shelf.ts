import type { FeedRegion } from '../../shared/feed/feed.ts';
import { memoryStore } from '../local/memory.ts';
import type { LocalStore } from '../local/store.ts';
import type { Desk } from './round.ts';

export type ShelfWorld = {
  /** Rejects when the part of the app that opens it could not be loaded. */
  readonly openStore: () => Promise<LocalStore>;
  /** Whether an earlier visit stored something. If not, the first list need not wait for the database to be loaded. */
  readonly stored: { get(): boolean; set(): void };
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
  const settle = async (): Promise<Settled> => {
    if (standing !== 'later') return { isNew: false, unstored: null };
    const opened = await world.openStore().catch(() => null);
    // The part that opens it did not load: asked for again after the next round.
    if (opened === null) return { isNew: false, unstored: null };
    const pulled = [...desk.held.keys()];
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
  const ready = (world.stored.get() ? settle() : Promise.resolve()).then(desk.show);
  return { ready, store: () => store, standing: () => standing, settle };
}

/** Cities first and shown, the core behind them: the first list does not wait for the whole country. */
async function readInto(desk: Desk, store: LocalStore): Promise<void> {
  const missing = (await store.regions()).filter((region) => !desk.held.has(region));
  const take = async (region: FeedRegion): Promise<void> => {
    const held = await store.load(region);
    if (held !== null) desk.held.set(region, held);
  };
  await Promise.all(missing.filter((region) => region !== 'CN').map(take));
  desk.calendar ??= await store.calendar();
  if (desk.held.size > 0) desk.show();
  if (missing.includes('CN')) await take('CN');
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
  if (desk.calendar !== null) await store.putCalendar(desk.calendar);
  return unstored;
}
