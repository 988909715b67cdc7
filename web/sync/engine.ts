import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import { memoryStore } from '../local/memory.ts';
import type { Held, LocalStore } from '../local/store.ts';
import { cell } from '../platform/cell.ts';
import type { After } from '../platform/clock.ts';
import type { Fault } from '../platform/http.ts';
import type { Dice } from '../platform/ids.ts';
import type { Lock } from '../platform/lock.ts';
import type { Network } from '../platform/network.ts';
import { retryAfter } from './backoff.ts';
import type { Desk, Reach, RoundEnd, RoundWorld } from './round.ts';
import { runRound } from './round.ts';
import { citiesOf, latest, tableKeeper } from './shown.ts';
import type { SyncProblem, SyncState } from './state.ts';

export type EngineWorld = Omit<RoundWorld, 'store' | 'mayBringCore'> & {
  readonly openStore: () => Promise<LocalStore>;
  readonly after: After;
  readonly dice: Dice;
  readonly lock: Lock;
  readonly network: Network;
  /** Calls back when the phone knows better where it is. */
  readonly moved: (changed: () => void) => void;
  /** Bytes free for us, or null where the browser does not say. */
  readonly room: () => Promise<number | null>;
};

export type Engine = {
  get(): SyncState;
  subscribe(changed: () => void): () => void;
  /** A person asked: everything is asked after now. */
  refresh(): void;
  ensureCity(region: RegionCode): void;
  /** The national core, whatever the line. */
  ensureCore(): void;
};

/** The core as columns, once stored and once being replaced, with room to spare. */
const CORE_ROOM = 64 * 1024 * 1024;

const READING: SyncState = {
  phase: 'reading',
  table: null,
  cities: [],
  calendar: null,
  serverTime: null,
  busy: false,
  problem: null,
};

/** Opens what is stored, then keeps it up to date: on opening, when seen again, when a net is back, on a tap. */
export function startEngine(world: EngineWorld): Engine {
  const state = cell<SyncState>(READING);
  const put = (change: Partial<SyncState>) => state.put({ ...state.get(), ...change });
  const desk = makeDesk(world, put);
  const ready = world.openStore().then((store) => readAll(store, desk));
  const ask = asker(world, { desk, ready, put });
  ask('all');
  world.network.subscribe((why) => {
    // A net that is back makes what failed for want of it due at once.
    if (why === 'online') desk.askedAt.clear();
    ask('due');
  });
  world.moved(() => ask('due'));
  const ensure = (region: FeedRegion): void => {
    desk.ensured.add(region);
    desk.askedAt.delete(region);
    ask('due');
  };
  return {
    get: state.get,
    subscribe: state.subscribe,
    refresh: () => ask('all'),
    ensureCity: ensure,
    ensureCore: () => ensure('CN'),
  };
}

type Put = (change: Partial<SyncState>) => void;

function makeDesk(world: EngineWorld, put: Put): Desk {
  const tableOf = tableKeeper(world.utf8);
  const held = new Map<FeedRegion, Held>();
  const desk: Desk = {
    held,
    ensured: new Set(),
    askedAt: new Map(),
    calendar: null,
    show: () => {
      const table = tableOf(held);
      put({
        phase: table === null ? 'empty' : 'ready',
        table,
        cities: citiesOf(held, table),
        calendar: desk.calendar,
        serverTime: latest(held, null),
      });
    },
  };
  return desk;
}

/** Cities first and shown, the core behind them: the first list does not wait for the whole country. */
async function readAll(store: LocalStore, desk: Desk): Promise<LocalStore> {
  try {
    const regions = await store.regions();
    const take = async (region: FeedRegion): Promise<void> => {
      const held = await store.load(region);
      if (held !== null) desk.held.set(region, held);
    };
    await Promise.all(regions.filter((region) => region !== 'CN').map(take));
    desk.calendar = await store.calendar();
    // With nothing near by to show, the core is all there is: then the first picture waits for it.
    if (desk.held.size > 0) desk.show();
    if (regions.includes('CN')) await take('CN');
    desk.show();
    return store;
  } catch {
    store.close();
    desk.show();
    return memoryStore(desk.held.values()); // It was opened and cannot be read: the screens are told that nothing will be kept.
  }
}

type Asking = { readonly desk: Desk; readonly ready: Promise<LocalStore>; readonly put: Put };

/** One round at a time; what is asked meanwhile makes one more. After a failure it tries again, ever more slowly. */
function asker(world: EngineWorld, { desk, ready, put }: Asking): (reach: Reach) => void {
  let running = false;
  let next: Reach | null = null;
  let failures = 0;
  let callOff: (() => void) | null = null;
  const round = async (reach: Reach): Promise<void> => {
    const store = await ready;
    put({ busy: true });
    const end = await world.lock('pull', () => runRound(desk, reach, { ...world, store, ...coreRule(world, store) }));
    failures = end.fault === null ? 0 : failures + 1;
    put({ busy: false, problem: problemOf(end, store) });
    if (end.fault !== null) {
      const { fault } = end;
      const asked = fault.kind === 'server' ? fault.retryMs : null;
      callOff = world.after(retryAfter(failures, world.dice(), asked), () => {
        if (world.network.isVisible()) ask('due');
      });
    }
  };
  const ask = (reach: Reach): void => {
    if (running) {
      next = next === 'all' ? next : reach;
      return;
    }
    running = true;
    callOff?.();
    callOff = null;
    const goOn = (): void => {
      running = false;
      const wish = next;
      next = null;
      if (wish !== null) ask(wish);
    };
    round(reach).then(goOn, (bug) => {
      put({ busy: false });
      goOn();
      throw bug;
    });
  };
  return ask;
}

function coreRule({ network, room }: EngineWorld, store: LocalStore): Pick<RoundWorld, 'mayBringCore'> {
  return {
    mayBringCore: async () => {
      if (!store.isKept || network.isSparing() || !network.isVisible()) return false;
      return ((await room()) ?? CORE_ROOM) >= CORE_ROOM;
    },
  };
}

function problemOf({ fault, unstored }: RoundEnd, store: LocalStore): SyncProblem | null {
  if (fault !== null) return wordOf(fault);
  if (unstored === 'full') return 'storage-full';
  return unstored === 'refused' || !store.isKept ? 'storage-refused' : null;
}

function wordOf(fault: Fault): SyncProblem {
  // An answer that breaks off was not got: to a person that is the same as a server that could not.
  return fault.kind === 'truncated' ? 'server' : fault.kind;
}
