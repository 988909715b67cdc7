import { afterEach, beforeEach } from 'vitest';
import { openStore } from '../../server/store/open.ts';
import type { Receipt, Store } from '../../server/store/port.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { StationChange } from '../../shared/station/change.ts';
import type { Station } from '../../shared/station/station.ts';
import type { Engine, Over, Place } from './place.ts';
import { command, counting, newStation, options, registered } from './world.ts';

/** One fresh database per test, with what tests do to it again and again. */
export type Stage = {
  place(): Place;
  readonly next: ReturnType<typeof counting>;
  /** Another connection to the same database, as a second process would make one; closed after the test. */
  open(over?: Over): Promise<Store>;
  closeAll(): Promise<void>;
  /** Commits changes that must be accepted. */
  apply(store: Store, changes: readonly StationChange[]): Promise<Receipt>;
  /** Registers stations and gives back their records as stored. */
  register(store: Store, overs: readonly Partial<Station>[]): Promise<readonly Station[]>;
};

export function stageOn(engine: Engine): Stage {
  let place: Place | null = null;
  let open: Store[] = [];
  let next = counting();
  const here = () => {
    if (!place) throw new Error('outside a test');
    return place;
  };
  const closeAll = async () => {
    for (const store of open.splice(0)) await store.close();
  };
  beforeEach(async () => {
    place = await engine.place();
    next = counting();
    open = [];
  });
  afterEach(async () => {
    await closeAll();
    await here().remove();
  });
  const apply = async (store: Store, changes: readonly StationChange[]) =>
    accepted(await store.commit(command(next.command()), () => ok(changes)));
  return {
    place: here,
    next: { id: () => next.id(), epoch: () => next.epoch(), command: () => next.command() },
    open: async (over = {}) => {
      const store = accepted(
        await openStore(here().url, { ...options(here().highWater, () => next.epoch()), ...over }),
      );
      open.push(store);
      return store;
    },
    closeAll,
    apply,
    register: async (store, overs) => {
      const stations = overs.map((over) => newStation(next.id(), over));
      await apply(store, stations.map(registered));
      return store.stationsById(stations.map((station) => station.id));
    },
  };
}

export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export function one<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined || items.length !== 1) throw new Error(`${items.length} instead of one`);
  return item;
}
