import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Engine, errorCode, retrying, type Tx } from './engine.ts';
import type { Tables } from './schema.ts';

const INT8 = 20;
/** Serialization failure and deadlock: the engine asks for the transaction to be run again. */
const AGAIN = ['40001', '40P01'];
const RETRY = { tries: 4, waitMs: 10, again: (error: unknown) => AGAIN.includes(errorCode(error)) };

/** @param url `postgres://user:password@host:port/database`, or with `?host=/socket/dir`. */
export function postgresEngine(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // One stays however long nobody asks: it is what others see of a server that has nothing to do.
    min: 1,
    application_name: 'xiejiao',
    types: {
      // int8 never exceeds 2^53 here (counters, milliseconds, bytes), so numbers are exact.
      getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  // An idle connection that breaks is replaced by the next request; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'postgres',
    write: (work) => retrying(() => db.transaction().setIsolationLevel('read committed').execute(work), RETRY),
    read: (work) =>
      retrying(
        () => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
        RETRY,
      ),
    isAlone,
    close: () => db.destroy(),
  };
}

/** By the name that every connection of ours bears; where the address gives another, they all bear that one. */
async function isAlone(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
    and application_name = current_setting('application_name')`.execute(tx);
  return rows.length === 0;
}
