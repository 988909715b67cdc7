import { sql } from 'kysely';
import { migration0001 } from '../../server/store/migrations/0001-tables.ts';
import { COLUMN_TYPES } from '../../server/store/migrations/migration.ts';
import { postgresEngine } from '../../server/store/postgres.ts';
import { sqliteEngine } from '../../server/store/sqlite.ts';
import type { Epoch } from '../../shared/feed/feed.ts';
import type { Engine } from './place.ts';
import { CALENDAR, NOON, options, REGIONS } from './world.ts';

/** A new database as the first release made it. */
export async function openFirstRelease(kind: Engine['kind'], url: string): Promise<void> {
  const engine = kind === 'sqlite' ? sqliteEngine(url) : postgresEngine(url);
  const { aliases, historyKey } = options('', () => '' as Epoch);
  const ground = { regions: REGIONS, aliases, calendar: CALENDAR, historyKey, at: NOON, epoch: 'a'.repeat(16) };
  await engine.write(async (tx) => {
    await sql`create table schema_version (one integer primary key, version integer not null)`.execute(tx);
    await tx.insertInto('schema_version').values({ one: 1, version: 1 }).execute();
    await migration0001.up(tx, COLUMN_TYPES[kind], ground);
  });
  await engine.close();
}
