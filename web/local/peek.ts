import type { Calendar } from '../../shared/station/calendar.ts';
import type { After } from '../platform/clock.ts';
import {
  CALENDAR,
  type ChangeRow,
  type CursorRow,
  type FactRow,
  heldOf,
  isWhole,
  type PackRow,
  SHAPE,
} from './rows.ts';
import { NAME, READABLE } from './schema.ts';
import type { Held } from './store.ts';
import { within } from './within.ts';

/** What a first list needs of the database. */
export type Peeked = { readonly cities: readonly Held[]; readonly calendar: Calendar | null };

export type PeekWorld = {
  readonly factory: IDBFactory | undefined;
  readonly keyRange: typeof IDBKeyRange | undefined;
  readonly after: After;
};

/**
 * The stored cities and the calendar, all of one moment, by the browser's own interface: the code that writes is a
 * hundred kilobytes, and the first list need not wait for it. Changes nothing. Null where there is no database, one of a
 * later version, or none that answers; whoever writes finds out why.
 */
export async function peekInto({ factory, keyRange, after }: PeekWorld): Promise<Peeked | null> {
  if (factory === undefined || keyRange === undefined) return null;
  const opening = openAsIs(factory);
  const db = await within(opening, after).catch(() => null);
  if (db === null) {
    // Should it open after all, nobody may be held up by it.
    opening.then(
      (late) => late.close(),
      () => undefined,
    );
    return null;
  }
  try {
    return db.version > READABLE ? null : await within(readAll(db, keyRange), after);
  } finally {
    db.close();
  }
}

/** Never makes a database: one that comes into being here is undone. */
function openAsIs(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = factory.open(NAME);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

async function readAll(db: IDBDatabase, keyRange: typeof IDBKeyRange): Promise<Peeked> {
  const reading = db.transaction(['packs', 'cursors', 'changes', 'facts'], 'readonly');
  // Digits come before letters: everything below is a city, and the national core is left for later.
  const cities = keyRange.upperBound('CN', true);
  const [packs, cursors, changes, fact] = await Promise.all([
    answerOf<PackRow[]>(reading.objectStore('packs').getAll(cities)),
    answerOf<CursorRow[]>(reading.objectStore('cursors').getAll(cities)),
    answerOf<ChangeRow[]>(reading.objectStore('changes').getAll(keyRange.upperBound(['CN'], true))),
    answerOf<FactRow | undefined>(reading.objectStore('facts').get(CALENDAR)),
  ]);
  const calendar = fact === undefined || fact.shape !== SHAPE ? null : (fact.value as Calendar);
  return { cities: packs.flatMap((pack) => heldIn(pack, { cursors, changes })), calendar };
}

type Rows = { readonly cursors: readonly CursorRow[]; readonly changes: readonly ChangeRow[] };

/** A record that is not whole is left to be found, and cleared away, by whoever writes. */
function heldIn(pack: PackRow, { cursors, changes }: Rows): readonly Held[] {
  const cursor = cursors.find(({ region }) => region === pack.region);
  if (cursor === undefined || !isWhole(pack)) return [];
  const mine = changes.filter(({ region }) => region === pack.region);
  return [heldOf(pack, cursor, mine)];
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
