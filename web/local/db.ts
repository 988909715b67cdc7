import { Dexie, type Table } from 'dexie';
import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { StationCode } from '../../shared/station/code.ts';
import type { After } from '../platform/clock.ts';
import type { OutboxItem } from './outbox.ts';
import type { ChangeRow, CursorRow, FactRow, PackRow } from './rows.ts';
import { NAME, READABLE, SCHEMA } from './schema.ts';
import { within } from './within.ts';

/** Changed together with `SCHEMA`. */
const TABLES = { packs: 'region', cursors: 'region', changes: '[region+code], region', facts: 'name', outbox: 'id' };

export type Db = Dexie & {
  readonly packs: Table<PackRow, FeedRegion>;
  readonly cursors: Table<CursorRow, FeedRegion>;
  readonly changes: Table<ChangeRow, [FeedRegion, StationCode]>;
  readonly facts: Table<FactRow, string>;
  readonly outbox: Table<OutboxItem, string>;
};

export type DbWorld = {
  /** Undefined where the browser has no database, or keeps it from us. */
  readonly factory: IDBFactory | undefined;
  readonly keyRange: typeof IDBKeyRange | undefined;
  readonly after: After;
};

/** `hangs`: neither yes nor no within three seconds, as iOS at times does; `newer`: written by a later version. */
export type Opened =
  | { readonly kind: 'open'; readonly db: Db }
  | { readonly kind: 'missing' | 'refused' | 'hangs' | 'newer' };

export async function openDb({ factory, keyRange, after }: DbWorld): Promise<Opened> {
  if (factory === undefined || keyRange === undefined) return { kind: 'missing' };
  const db = new Dexie(NAME, { indexedDB: factory, IDBKeyRange: keyRange, autoOpen: false }) as Db;
  db.version(SCHEMA).stores(TABLES);
  const opening = db.open().then(
    (): Opened => checked(db),
    (): Opened => ({ kind: 'refused' }),
  );
  const opened = await within(opening, after);
  if (opened !== null) return opened;
  // Should it open after all, nobody may be held up by it.
  opening.then(() => db.close());
  return { kind: 'hangs' };
}

/** Dexie opens what a later version left without a word, and would write into tables it does not know. */
function checked(db: Db): Opened {
  if (db.backendDB().version <= READABLE) return { kind: 'open', db };
  db.close();
  return { kind: 'newer' };
}
