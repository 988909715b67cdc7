import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { loadCalendar } from '../../server/feature/calendar/read.ts';
import { openStore } from '../../server/store/open.ts';
import type { Epoch } from '../../shared/feed/feed.ts';
import { instant } from '../../shared/kernel/instant.ts';
import type { Station } from '../../shared/station/station.ts';
import { accepted, realRegions } from '../fixtures/make/server.ts';
import { ask, type Intent } from '../fixtures/make/server-clerk.ts';

/** A clerk who writes into the register while the server serves it. */
export type Desk = {
  /** The one station whose name holds this. */
  find(name: string): Promise<Station>;
  /** Asks for it as the people who may, and expects that it is done. */
  does(station: Station, intent: Intent): Promise<void>;
  close(): Promise<void>;
};

export async function openDesk(folder: string): Promise<Desk> {
  const regions = realRegions();
  const clock = { now: instant(Date.now()) };
  const store = accepted(
    await openStore(join(folder, 'xiejiao.db'), {
      regions: regions.all,
      aliases: new Map(regions.former.map(({ code, today }) => [code, today])),
      calendar: loadCalendar().years,
      historyKey: 'xiejiao-demo-key-not-for-production-use',
      highWater: join(folder, 'high-water.json'),
      now: () => clock.now,
      newEpoch: () => randomBytes(8).toString('hex') as Epoch,
    }),
  );
  return {
    find: async (name) => {
      const found: Station[] = [];
      await store.eachStation((page) => {
        found.push(...page.filter((station) => station.name.includes(name) && station.status !== 'relocated'));
      });
      const [one, ...more] = found;
      if (one === undefined || more.length > 0) throw new Error(`${name}: ${found.length} stations`);
      return one;
    },
    does: async (station, intent) => {
      const refused = await ask({ store, clock }, station, intent);
      if (refused) throw new Error(`refused: ${JSON.stringify(refused)}`);
    },
    close: () => store.close(),
  };
}
