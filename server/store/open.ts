import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Epoch } from '../../shared/feed/feed.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import type { CalendarYear } from '../../shared/station/calendar.ts';
import type { Region, RegionCode } from '../../shared/station/region.ts';
import { type Counter, type Engine, errorCode, Refused, readCounter, retrying, type Tx } from './engine.ts';
import { readRegions } from './groundread.ts';
import { type HighWater, openHighWater } from './highwater.ts';
import { migrate } from './migrate.ts';
import type { Store } from './port.ts';
import { regionTree } from './regions.ts';
import { settle } from './settle.ts';
import { sqliteEngine } from './sqlite.ts';
import { storeOver } from './store.ts';

/** Two servers starting at once both create the first table; PostgreSQL then tells one of them so. */
const RACE = { tries: 20, waitMs: 20, again: (e: unknown) => ['23505', '42P07', 'XX000'].includes(errorCode(e)) };

export type StoreOptions = {
  /** What the first migration fills in; a database that exists keeps what it has. */
  readonly regions: readonly Region[];
  readonly aliases: ReadonlyMap<RegionCode, RegionCode>;
  readonly calendar: readonly CalendarYear[];
  /** Key of the history's chain, kept outside the database. */
  readonly historyKey: string;
  /** Path of the high-water file, outside the database and outside its backups. */
  readonly highWater: string;
  readonly now: () => Instant;
  /** Random, 16 hex digits; asked for at every opening, used when the database is new or was restored. */
  readonly newEpoch: () => Epoch;
};

/**
 * Opens the register, creating or upgrading it, and settles whether it is a restored backup.
 * @param url a file path (SQLite) or `postgres://…`.
 * Refuses `schema-too-new`; throws when the engine cannot be reached or will not take a setting the register needs.
 */
export async function openStore(url: string, options: StoreOptions): Promise<Result<Store>> {
  const engine = await engineOf(url);
  const highWater = await openHighWater(options.highWater);
  try {
    await retrying(() => engine.write((tx) => prepare(tx, { engine, highWater, isRestored: false }, options)), RACE);
    const regions = regionTree(await engine.read(readRegions));
    return ok(storeOver({ engine, highWater, historyKey: options.historyKey, now: options.now, regions }));
  } catch (error) {
    await engine.close();
    await highWater.close();
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

/** What becomes of a register that was put back. `before`: where the backup stood; `mark`: whether anybody still knew how far the register had come. */
export type Restored = { readonly before: Counter; readonly after: Counter; readonly hasMark: boolean };

/**
 * Makes a database that was put back from a backup one to go on with: newest schema, another epoch, serials above all that may
 * have been issued since. Refuses `schema-too-new`, and `register-busy` where the engine sees another program with the database open:
 * a server would go on handing out the epoch and the serials it knows.
 */
export async function settleRestored(url: string, options: StoreOptions): Promise<Result<Restored>> {
  const engine = await engineOf(url);
  const highWater = await openHighWater(options.highWater);
  try {
    const hasMark = (await highWater.read()) !== null;
    return await engine.write(async (tx) => {
      const found = await prepare(tx, { engine, highWater, isRestored: true }, options);
      return ok({ ...found, hasMark });
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  } finally {
    await engine.close();
    await highWater.close();
  }
}

type Parts = { readonly engine: Engine; readonly highWater: HighWater; readonly isRestored: boolean };

/** Schema, restored-backup check and high-water mark in one transaction: who opens second finds all of it done. */
async function prepare(
  tx: Tx,
  { engine, highWater, isRestored }: Parts,
  options: StoreOptions,
): Promise<{ readonly before: Counter; readonly after: Counter }> {
  const { regions, aliases, calendar, historyKey, now, newEpoch } = options;
  const ground = { regions, aliases, calendar, historyKey, at: now(), epoch: newEpoch() };
  const born = (await migrate(tx, engine.kind, ground)) === 0;
  const mark = await highWater.read();
  const before = await readCounter(tx);
  const settled = await settle(tx, { mark, born, isRestored, historyKey, now: now(), newEpoch: newEpoch() });
  // Looked at while the counter is held: who opens the database from now on waits for it, and finds it settled.
  if (isRestored && !(await engine.isAlone(tx))) throw new Refused({ kind: 'register-busy' });
  // Should the commit fail after this, the next opening takes the database for a restored one: that is the safe side.
  await highWater.raise(settled, true);
  return { before, after: settled };
}

/** Whether a place is a database server of its own, not a file. */
export function isServed(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

/** The engine behind a place. What speaks to a server is read only where there is one. */
export async function engineOf(url: string): Promise<Engine> {
  if (isServed(url)) return (await import('./postgres.ts')).postgresEngine(url);
  mkdirSync(dirname(url), { recursive: true });
  return sqliteEngine(url);
}
