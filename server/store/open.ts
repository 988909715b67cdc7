import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Epoch } from '../../shared/feed/feed.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import type { CalendarYear } from '../../shared/station/calendar.ts';
import type { Region, RegionCode } from '../../shared/station/region.ts';
import { type Engine, errorCode, Refused, retrying, type Tx } from './engine.ts';
import { readRegions } from './groundread.ts';
import { type HighWater, openHighWater } from './highwater.ts';
import { migrate } from './migrate.ts';
import type { Store } from './port.ts';
import { postgresEngine } from './postgres.ts';
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
  const engine = engineOf(url);
  const highWater = await openHighWater(options.highWater);
  try {
    await retrying(() => engine.write((tx) => prepare(tx, { engine, highWater }, options)), RACE);
    const regions = regionTree(await engine.read(readRegions));
    return ok(storeOver({ engine, highWater, historyKey: options.historyKey, now: options.now, regions }));
  } catch (error) {
    await engine.close();
    await highWater.close();
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

type Parts = { readonly engine: Engine; readonly highWater: HighWater };

/** Schema, restored-backup check and high-water mark in one transaction: who opens second finds all of it done. */
async function prepare(tx: Tx, { engine, highWater }: Parts, options: StoreOptions): Promise<void> {
  const { regions, aliases, calendar, historyKey, now, newEpoch } = options;
  const ground = { regions, aliases, calendar, historyKey, at: now(), epoch: newEpoch() };
  const born = (await migrate(tx, engine.kind, ground)) === 0;
  const mark = await highWater.read();
  const settled = await settle(tx, { mark, born, historyKey, now: now(), newEpoch: newEpoch() });
  // Should the commit fail after this, the next opening takes the database for a restored one: that is the safe side.
  await highWater.raise(settled, true);
}

function engineOf(url: string): Engine {
  if (/^postgres(ql)?:\/\//.test(url)) return postgresEngine(url);
  mkdirSync(dirname(url), { recursive: true });
  return sqliteEngine(url);
}
