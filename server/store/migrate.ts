import { sql } from 'kysely';
import { type Engine, Refused, type Tx } from './engine.ts';
import { MIGRATIONS } from './migrations/list.ts';
import { COLUMN_TYPES, type Ground } from './migrations/migration.ts';

export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Brings the database to the newest schema inside the caller's transaction and says from which version it came (0 = born now).
 * Rolls back with `schema-too-new` when a newer release has written it.
 */
export async function migrate(tx: Tx, kind: Engine['kind'], ground: Ground): Promise<number> {
  const { integer } = COLUMN_TYPES[kind];
  await sql
    .raw(
      `create table if not exists schema_version (one ${integer} primary key check (one = 1), version ${integer} not null)`,
    )
    .execute(tx);
  await tx
    .insertInto('schema_version')
    .values({ one: 1, version: 0 })
    .onConflict((row) => row.doNothing())
    .execute();
  // The update holds the row until the end: who comes second finds the work done.
  const { version } = await tx
    .updateTable('schema_version')
    .set({ version: sql<number>`version` })
    .returning('version')
    .executeTakeFirstOrThrow();
  if (version > SCHEMA_VERSION) throw new Refused({ kind: 'schema-too-new', found: version, known: SCHEMA_VERSION });
  for (const migration of MIGRATIONS.slice(version)) await migration.up(tx, COLUMN_TYPES[kind], ground);
  if (version < SCHEMA_VERSION) await tx.updateTable('schema_version').set({ version: SCHEMA_VERSION }).execute();
  return version;
}
