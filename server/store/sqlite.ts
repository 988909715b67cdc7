import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { type Engine, errorCode, retrying } from './engine.ts';
import type { Tables } from './schema.ts';

/**
 * Set on every connection and read back: an engine that will not take one is no place for a register. The busy
 * timeout (ms) first, so that switching to WAL waits for others as well; synchronous 2 is FULL.
 */
const PRAGMAS = { busy_timeout: 20, journal_mode: 'wal', synchronous: 2, foreign_keys: 1 } as const;
const READERS = 3;
const KEPT_STATEMENTS = 400;
/** A page of a long read. */
const MANY_ROWS = 500;
/** Another process may hold a chunk's transaction for some 30 ms; a queue of them for longer. About 30 s in all. */
const PATIENCE = { tries: 600, waitMs: 5, again: isBusy };

/** Opens one connection with the pragmas above; throws when one of them did not take. */
export function openConnection(path: string): Database.Database {
  const database = new Database(path);
  for (const [name, wanted] of Object.entries(PRAGMAS)) {
    database.pragma(`${name} = ${wanted}`);
    const found: unknown = database.pragma(name, { simple: true });
    if (found !== wanted) {
      database.close();
      throw new Error(`SQLite pragma ${name} is ${String(found)}, not ${wanted}: ${path}`);
    }
  }
  // 16 MB of log before it is folded back: an import's commits do not each pay for it.
  database.pragma('wal_autocheckpoint = 4000');
  return database;
}

/** One writer and a few readers on one file: WAL lets reads go on, each on its own snapshot, while a commit is made. */
export function sqliteEngine(path: string): Engine {
  const writer = kyselyOver(new PoolDriver(path, { size: 1, begin: 'begin immediate', cacheKb: 65_536 }));
  const reader = kyselyOver(new PoolDriver(path, { size: READERS, begin: 'begin', cacheKb: 2_000 }));
  return {
    kind: 'sqlite',
    write: (work) => writer.transaction().execute(work),
    read: (work) => reader.transaction().execute(work),
    isAlone: async () => true,
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function kyselyOver(driver: Driver): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

function isBusy(error: unknown): boolean {
  return errorCode(error).startsWith('SQLITE_BUSY');
}

/**
 * SQLite answers at once, so work on it runs from microtask to microtask and would keep requests and timers out
 * until all of it is done: every transaction and every page of a long read lets the event loop turn first.
 */
function loopTurn(): Promise<void> {
  return new Promise((turn) => setImmediate(turn));
}

class Connection implements DatabaseConnection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(query.sql);
    // Rows come as the schema's types say: migrations and this driver are the only ones that shape them.
    if (statement.reader) {
      const rows = statement.all(query.parameters) as R[];
      if (rows.length >= MANY_ROWS) await loopTurn();
      return { rows };
    }
    return { rows: [], numAffectedRows: BigInt(statement.run(query.parameters).changes) };
  }

  // biome-ignore lint/correctness/useYield: nobody streams; whole operations page by key instead.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not used');
  }

  close(): void {
    this.#database.close();
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.clear();
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}

/** Connections opened when first needed; who finds none free waits in line. */
class PoolDriver implements Driver {
  readonly #path: string;
  readonly #size: number;
  readonly #begin: CompiledQuery;
  /** A writer that must fetch its index pages again for each commit spends most of an import on that. */
  readonly #cacheKb: number;
  readonly #all: Connection[] = [];
  readonly #free: Connection[] = [];
  readonly #waiting: ((connection: Connection) => void)[] = [];

  constructor(path: string, settings: { readonly size: number; readonly begin: string; readonly cacheKb: number }) {
    this.#path = path;
    this.#size = settings.size;
    this.#begin = CompiledQuery.raw(settings.begin);
    this.#cacheKb = settings.cacheKb;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#all.length < this.#size) {
      const made = new Connection(await retrying(async () => this.#open(), PATIENCE));
      this.#all.push(made);
      return made;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #open(): Database.Database {
    const database = openConnection(this.#path);
    database.pragma(`cache_size = -${this.#cacheKb}`);
    return database;
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (!(connection instanceof Connection)) throw new Error('a connection of another driver');
    const next = this.#waiting.shift();
    if (next) next(connection);
    else this.#free.push(connection);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await loopTurn();
    // A short busy_timeout and this wait between tries: the engine's own wait would hold the event loop.
    await retrying(() => connection.executeQuery(this.#begin), PATIENCE);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    for (const connection of this.#all) connection.close();
  }
}
