import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { Searching } from '../../shared/feed/table-search.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import type { Held } from '../local/store.ts';
import { cell } from '../platform/cell.ts';
import type { After } from '../platform/clock.ts';
import type { Fault } from '../platform/http.ts';
import type { Dice } from '../platform/ids.ts';
import type { Lock } from '../platform/lock.ts';
import type { Network } from '../platform/network.ts';
import { retryAfter } from './backoff.ts';
import type { Desk, Reach, RoundEnd, RoundWorld } from './round.ts';
import { runRound } from './round.ts';
import { openShelf, type Settled, type Shelf, type ShelfWorld } from './shelf.ts';
import { citiesOf, latest, tableKeeper } from './shown.ts';
import type { SyncProblem, SyncState } from './state.ts';

export type EngineWorld = Omit<RoundWorld, 'store' | 'mayBringCore'> &
  ShelfWorld & {
    readonly after: After;
    readonly dice: Dice;
    readonly lock: Lock;
    readonly network: Network;
    /** Calls back when the phone knows better where it is. */
    readonly moved: (changed: () => void) => void;
    /** The code that searches: large, and not needed for the first list. */
    readonly loadSearch: () => Promise<Searching>;
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
  const ask = asker(world, { desk, shelf: openShelf(world, desk), put });
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
  let searching: Searching | 'coming' | null = null;
  // After a first list, or beside it when all of the app is on the phone already.
  const fetchSearch = (): void => {
    if (searching !== null) return;
    searching = 'coming';
    world.loadSearch().then(
      (came) => {
        searching = came;
        desk.show();
      },
      () => {
        searching = null; // Asked for again with the next change.
      },
    );
  };
  const desk: Desk = {
    held,
    ensured: new Set(),
    askedAt: new Map(),
    calendar: null,
    show: () => {
      const table = tableOf(held, searching === 'coming' ? null : searching);
      put({
        phase: table === null ? 'empty' : 'ready',
        table,
        cities: citiesOf(held, table),
        calendar: desk.calendar,
        serverTime: latest(held),
      });
      if (table !== null) world.after(0, fetchSearch);
    },
  };
  if (world.stored.get()) fetchSearch();
  return desk;
}

type Asking = { readonly desk: Desk; readonly shelf: Shelf; readonly put: Put };

/** One round at a time; what is asked meanwhile makes one more. After a failure it tries again, ever more slowly. */
function asker(world: EngineWorld, asking: Asking): (reach: Reach) => void {
  const { put } = asking;
  let running = false;
  let next: Reach | null = null;
  let failures = 0;
  let callOff: (() => void) | null = null;
  const round = async (reach: Reach): Promise<void> => {
    const { fault, isNew } = await oneRound(world, asking, reach);
    // A store that has just been opened: now the rest may come that is of no use unless it is kept.
    if (isNew && fault === null) next ??= 'due';
    failures = fault === null ? 0 : failures + 1;
    if (fault === null) return;
    const asked = fault.kind === 'server' ? fault.retryMs : null;
    callOff = world.after(retryAfter(failures, world.dice(), asked), () => {
      if (world.network.isVisible()) ask('due');
    });
  };
  const ask = (reach: Reach): void => {
    if (running) {
      next = next === 'all' ? next : reach;
      return;
    }
    running = true;
    callOff?.();
    callOff = null;
    put({ busy: true });
    const goOn = (): void => {
      running = false;
      const wish = next;
      next = null;
      if (wish === null) put({ busy: false });
      else ask(wish);
    };
    round(reach).then(goOn, (bug) => {
      goOn();
      throw bug;
    });
  };
  return ask;
}

async function oneRound(
  world: EngineWorld,
  { desk, shelf, put }: Asking,
  reach: Reach,
): Promise<Pick<RoundEnd, 'fault'> & Pick<Settled, 'isNew'>> {
  await shelf.ready;
  const here = { ...world, store: shelf.store(), mayBringCore: coreRule(world, shelf) };
  const { fault, unstored } = await world.lock('pull', () => runRound(desk, reach, here));
  // Nothing came and nothing failed, as before the first fix: then there is nothing to keep either.
  const isIdle = desk.held.size === 0 && fault === null;
  const settled = isIdle ? null : await shelf.settle();
  if (settled?.isNew === true) desk.show();
  const problem = problemOf({ fault, unstored: unstored ?? settled?.unstored ?? null }, shelf);
  put({ problem: problem ?? (world.sha256 === null ? 'insecure' : null) });
  return { fault, isNew: settled?.isNew === true };
}

function coreRule({ network, room }: EngineWorld, shelf: Shelf): RoundWorld['mayBringCore'] {
  return async () => {
    if (shelf.standing() !== 'kept' || network.isSparing() || !network.isVisible()) return false;
    return ((await room()) ?? CORE_ROOM) >= CORE_ROOM;
  };
}

function problemOf({ fault, unstored }: RoundEnd, shelf: Shelf): SyncProblem | null {
  if (fault !== null) return wordOf(fault);
  if (unstored === 'full') return 'storage-full';
  return unstored === 'refused' || shelf.standing() === 'visit' ? 'storage-refused' : null;
}

function wordOf(fault: Fault): SyncProblem {
  // An answer that breaks off was not got: to a person that is the same as a server that could not.
  return fault.kind === 'truncated' ? 'server' : fault.kind;
}
