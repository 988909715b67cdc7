import { type Db, type DbWorld, openDb } from './db.ts';
import { changeIn, inOrder, memoryOutbox, type Outbox, type OutboxItem } from './outbox.ts';
import { within } from './within.ts';

/** The browser's database, or this visit's memory when there is none to be had. */
export async function openOutbox(world: DbWorld): Promise<Outbox> {
  const opened = await openDb(world);
  if (opened.kind !== 'open') return memoryOutbox();
  const { db } = opened;
  // Some databases open and then do not answer.
  const answers = await within(db.outbox.count(), world.after).catch(() => null);
  if (answers !== null) return keptOutbox(db);
  db.close();
  return memoryOutbox();
}

/** What the database will not take (full, taken away) is held in memory, so that nothing somebody said is dropped. */
function keptOutbox(db: Db): Outbox {
  const loose = new Map<string, OutboxItem>();
  const change: Outbox['change'] = async (id, next) => {
    if (loose.has(id)) return changeIn(loose, id, next);
    try {
      return await changeKept(db, id, next);
    } catch {
      // It could not be written: what it would have become is held here, above what is stored.
      const stored = await db.outbox.get(id).catch(() => undefined);
      if (stored === undefined) return null;
      loose.set(id, stored);
      return changeIn(loose, id, next);
    }
  };
  return {
    isKept: () => loose.size === 0,
    all: async () => {
      const stored = await db.outbox.toArray().catch(() => []);
      return inOrder([...stored.filter(({ id }) => !loose.has(id)), ...loose.values()]);
    },
    put: async (item) => {
      try {
        await db.outbox.put(item);
        loose.delete(item.id);
        return 'saved';
      } catch {
        loose.set(item.id, item);
        return 'loose';
      }
    },
    change,
    close: () => db.close(),
  };
}

function changeKept(db: Db, id: string, next: (now: OutboxItem) => OutboxItem | null): Promise<OutboxItem | null> {
  return db.transaction('rw', db.outbox, async () => {
    const now = await db.outbox.get(id);
    if (now === undefined) return null;
    const changed = next(now);
    if (changed === null) await db.outbox.delete(id);
    else if (changed !== now) await db.outbox.put(changed);
    return changed;
  });
}
