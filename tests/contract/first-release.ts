import { sql } from 'kysely';
import { migration0001 } from '../../server/store/migrations/0001-tables.ts';
import { migration0003 } from '../../server/store/migrations/0003-exit-reason.ts';
import { COLUMN_TYPES, type Ground } from '../../server/store/migrations/migration.ts';
import { postgresEngine } from '../../server/store/postgres.ts';
import { sqliteEngine } from '../../server/store/sqlite.ts';
import type { Epoch } from '../../shared/feed/feed.ts';
import type { Engine } from './place.ts';
import { CALENDAR, NOON, options, REGIONS } from './world.ts';

/** The third migration once more, over a register that has lived since: what it writes is taken out first. */
export async function learnExitsAgain(kind: Engine['kind'], url: string): Promise<void> {
  const engine = kind === 'sqlite' ? sqliteEngine(url) : postgresEngine(url);
  await engine.write(async (tx) => {
    await sql`alter table mark drop column exit_reason`.execute(tx);
    await migration0003.up(tx, COLUMN_TYPES[kind], groundOf());
  });
  await engine.close();
}

/** A new database as the first release made it. */
export async function openFirstRelease(kind: Engine['kind'], url: string): Promise<void> {
  const engine = kind === 'sqlite' ? sqliteEngine(url) : postgresEngine(url);
  await engine.write(async (tx) => {
    await sql`create table schema_version (one integer primary key, version integer not null)`.execute(tx);
    await tx.insertInto('schema_version').values({ one: 1, version: 1 }).execute();
    await migration0001.up(tx, COLUMN_TYPES[kind], groundOf());
  });
  await engine.close();
}

function groundOf(): Ground {
  const { aliases, historyKey } = options('', () => '' as Epoch);
  return { regions: REGIONS, aliases, calendar: CALENDAR, historyKey, at: NOON, epoch: 'a'.repeat(16) as Epoch };
}
