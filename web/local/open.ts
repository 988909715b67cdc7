import { type DbWorld, openDb } from './db.ts';
import { keptStore } from './kept.ts';
import { memoryStore } from './memory.ts';
import type { LocalStore } from './store.ts';
import { within } from './within.ts';

/** The browser's database, or this visit's memory when there is none to be had; `isKept` says which. */
export async function openStore(world: DbWorld): Promise<LocalStore> {
  const opened = await openDb(world);
  if (opened.kind !== 'open') return memoryStore([]);
  const store = keptStore(opened.db);
  // Some databases open and then do not answer.
  const answers = await within(store.regions(), world.after).catch(() => null);
  if (answers !== null) return store;
  store.close();
  return memoryStore([]);
}
