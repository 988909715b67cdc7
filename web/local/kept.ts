import { Dexie } from 'dexie';
import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { LocalCity } from '../../shared/feed/local.ts';
import type { Calendar } from '../../shared/station/calendar.ts';
import type { Db } from './db.ts';
import { CALENDAR, changeRows, cursorRow, differenceOf, heldOf, isWhole, packRow, SHAPE } from './rows.ts';
import type { Held, LocalStore, Saved } from './store.ts';

/** The store over the browser's database. */
export function keptStore(db: Db): LocalStore {
  return {
    isKept: true,
    regions: () => db.cursors.toCollection().primaryKeys(),
    load: (region) => load(db, region),
    revOf: (region) =>
      db.cursors.get(region).then(
        (cursor) => cursor?.rev ?? 0,
        () => null,
      ),
    save: (next) => save(db, next),
    remove: (region) =>
      clear(db, region).then(
        () => 'removed' as const,
        () => 'refused' as const,
      ),
    calendar: async () => {
      const fact = await db.facts.get(CALENDAR);
      // Written by this shape of ours and by nobody else.
      return fact === undefined || fact.shape !== SHAPE ? null : (fact.value as Calendar);
    },
    putCalendar: async (value) => {
      try {
        await db.facts.put({ name: CALENDAR, shape: SHAPE, value });
        return 'saved';
      } catch (error) {
        return faultOf(error).kind;
      }
    },
    close: () => db.close(),
  };
}

/** All three in one transaction: pack, changes and cursor of one moment. What cannot be read is cleared away. */
async function load(db: Db, region: FeedRegion): Promise<Held | null> {
  const held = await db.transaction('r', db.packs, db.cursors, db.changes, async () => {
    const [pack, cursor] = await Promise.all([db.packs.get(region), db.cursors.get(region)]);
    if (pack === undefined || cursor === undefined || !isWhole(pack)) return null;
    return heldOf(pack, cursor, await db.changes.where('region').equals(region).toArray());
  });
  if (held === null) await clear(db, region);
  return held;
}

function clear(db: Db, region: FeedRegion): Promise<void> {
  return db.transaction('rw', db.packs, db.cursors, db.changes, async () => {
    await db.packs.delete(region);
    await db.cursors.delete(region);
    await db.changes.where('region').equals(region).delete();
  });
}

class Moved extends Error {}

/** Compares, writes the rows, then the cursor; any failure undoes all of it. */
async function save(db: Db, next: Held): Promise<Saved> {
  const { city, stored, rev } = next;
  const { region } = city.columns;
  try {
    await db.transaction('rw', db.packs, db.cursors, db.changes, async () => {
      const now = await db.cursors.get(region);
      if ((now?.rev ?? 0) !== rev) throw new Moved();
      if (stored !== null && stored.columns === city.columns) await layOver(db, stored, city);
      else await replace(db, next);
      await db.cursors.put(cursorRow(next));
    });
    return { kind: 'saved', held: { ...next, stored: city, rev: rev + 1 } };
  } catch (error) {
    return faultOf(error);
  }
}

async function replace(db: Db, next: Held): Promise<void> {
  await db.packs.put(packRow(next));
  await db.changes.where('region').equals(next.city.columns.region).delete();
  await db.changes.bulkPut([...changeRows(next.city)]);
}

async function layOver(db: Db, before: LocalCity, next: LocalCity): Promise<void> {
  const { region } = next.columns;
  const { put, forget } = differenceOf(before, next);
  if (forget.length > 0) await db.changes.bulkDelete(forget.map((code) => [region, code]));
  if (put.length > 0) await db.changes.bulkPut([...put]);
}

function faultOf(error: unknown): Exclude<Saved, { kind: 'saved' }> {
  if (error instanceof Moved) return { kind: 'moved' };
  return isQuota(error) ? { kind: 'full' } : { kind: 'refused' };
}

/** A full disk shows itself as the error, as the one inside it, or as the reason of an aborted transaction. */
function isQuota(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const inner: unknown = Reflect.get(error, 'inner');
  return error.name === Dexie.errnames.QuotaExceeded || error.name === 'QuotaExceededError' || isQuota(inner);
}
