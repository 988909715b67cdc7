import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Epoch } from '../shared/feed/feed.ts';
import { instant } from '../shared/kernel/instant.ts';
import { ok, type Result } from '../shared/kernel/result.ts';
import { type Environment, environment } from './environment.ts';
import { loadCalendar } from './feature/calendar/read.ts';
import { type Photos, photosIn } from './feature/photos/shelf.ts';
import { loadRegions } from './feature/regions/read.ts';
import type { RegionTable } from './feature/regions/table.ts';
import { openStore, type StoreOptions } from './store/open.ts';
import type { Store } from './store/port.ts';

/** Enough for a trial on one machine; production refuses to start without a `SECRET` of its own. */
const DEMO_KEY = 'xiejiao-demo-key-not-for-production-use';

/** What the server and every command begin with: the environment checked, the register open. */
export type World = {
  readonly env: Environment;
  readonly store: Store;
  readonly regions: RegionTable;
  readonly photos: Photos;
  /** Key of whatever people are given that nobody may guess; never shown itself. */
  readonly secret: string;
  close(): Promise<void>;
};

/** Opens the register named by the environment, or refuses with the sentence an operator needs. */
export async function openWorld(): Promise<Result<World>> {
  const env = environment();
  if (!env.ok) return env;
  const { SECRET } = env.value;
  const regions = loadRegions();
  const { url, photos, options } = registerOf(env.value, regions);
  const store = await openStore(url, options);
  if (!store.ok) return store;
  return ok({
    env: env.value,
    store: store.value,
    regions,
    photos: photosIn(photos),
    secret: SECRET ?? DEMO_KEY,
    close: () => store.value.close(),
  });
}

/** Where the register of this deployment lies: its database, the folder of its pictures, and how it is opened. */
export type RegisterPlace = { readonly url: string; readonly photos: string; readonly options: StoreOptions };

export function registerOf({ DATA_DIR, DATABASE_URL, SECRET }: Environment, regions: RegionTable): RegisterPlace {
  return {
    url: DATABASE_URL ?? join(DATA_DIR, 'xiejiao.db'),
    photos: join(DATA_DIR, 'photos'),
    options: {
      regions: regions.all,
      aliases: new Map(regions.former.map(({ code, today }) => [code, today])),
      calendar: loadCalendar().years,
      historyKey: SECRET ?? DEMO_KEY,
      highWater: join(DATA_DIR, 'high-water.json'),
      now: () => instant(Date.now()),
      newEpoch: () => randomBytes(8).toString('hex') as Epoch,
    },
  };
}
