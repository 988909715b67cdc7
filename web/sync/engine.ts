import type { RegionCode } from '../../shared/station/region.ts';
import { cell } from '../platform/cell.ts';
import type { After } from '../platform/clock.ts';
import type { Fault } from '../platform/http.ts';
import type { Dice } from '../platform/ids.ts';
import type { Lock } from '../platform/lock.ts';
import type { Network } from '../platform/network.ts';
import { retryAfter } from './backoff.ts';
import { type DeskWorld, makeDesk } from './desk.ts';
import type { Desk, Reach, RoundEnd, RoundWorld, runRound } from './round.ts';
import { oneAtATime } from './rounds.ts';
import { openShelf, type Settled, type Shelf, type ShelfWorld } from './shelf.ts';
import type { CoreWish, SyncProblem, SyncState } from './state.ts';
import { openStock, type StockRoom } from './stock.ts';

export type EngineWorld = Omit<RoundWorld, 'store' | 'mayBringCore'> &
  ShelfWorld &
  DeskWorld & {
    readonly after: After;
    readonly dice: Dice;
    readonly lock: Lock;
    readonly network: Network;
    /** Calls back when the phone knows better where it is. */
    readonly moved: (changed: () => void) => void;
    /** The code that asks and unpacks what comes: on a later visit the list stands before it. */
    readonly loadRound: () => Promise<typeof runRound>;
    /** When the national core may come without being asked for. */
    readonly coreWish: () => CoreWish;
    /** Bytes free for us, or null where the browser does not say. */
    readonly room: () => Promise<number | null>;
  };

export type Engine = {
  get(): SyncState;
  subscribe(changed: () => void): () => void;
  /** A person asked: everything is asked after now. */
  refresh(): void;
  ensureCity(region: RegionCode): void;
  readonly stock: StockRoom;
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
  const shelf = openShelf(world, desk);
  const ask = asker(world, { desk, shelf, put });
  const isFreeLine = (): boolean => !world.network.isSparing();
  const parts = { desk, shelf, ask: () => ask('due') };
  const [stock, restock] = openStock({ http: world.http, isFreeLine }, parts);
  state.subscribe(restock);
  ask('all');
  world.network.subscribe((why) => {
    // A net that is back makes what failed for want of it due at once.
    if (why === 'online') desk.askedAt.clear();
    ask('due');
  });
  world.moved(() => ask('due'));
  return {
    get: state.get,
    subscribe: state.subscribe,
    refresh: () => ask('all'),
    ensureCity: stock.add,
    stock,
  };
}

type Put = (change: Partial<SyncState>) => void;

type Asking = { readonly desk: Desk; readonly shelf: Shelf; readonly put: Put };

/** After a failure it tries again, ever more slowly. */
function asker(world: EngineWorld, asking: Asking): (reach: Reach) => void {
  const { after, network } = world;
  let failures = 0;
  const round = async (reach: Reach): Promise<number | null> => {
    const { fault, isNew } = await oneRound(world, asking, reach);
    // A store that has just been opened: now the rest may come that is of no use unless it is kept.
    if (isNew && fault === null) ask('due');
    failures = fault === null ? 0 : failures + 1;
    if (fault === null) return null;
    return retryAfter(failures, world.dice(), fault.kind === 'server' ? fault.retryMs : null);
  };
  const ask = oneAtATime({ round, small: 'due', after, network, busy: (busy) => asking.put({ busy }) });
  return ask;
}

async function oneRound(world: EngineWorld, asking: Asking, reach: Reach): Promise<RoundLeft> {
  const { desk, shelf, put } = asking;
  const early = world.stored.get() ? null : roundOf(world);
  await shelf.ready;
  const runRound = await (early ?? roundOf(world));
  if (runRound === null) {
    put({ problem: 'offline' });
    return { fault: { kind: 'offline' }, isNew: false };
  }
  return world.lock('pull', async () => {
    // Another tab may have stored meanwhile what this one was about to fetch.
    const before = world.stored.get() ? await shelf.settle() : null;
    const here = { ...world, store: shelf.store(), mayBringCore: coreRule(world, shelf) };
    const { fault, unstored } = await runRound(desk, reach, here);
    // Nothing came and nothing failed, as before the first fix: then there is nothing to keep either.
    const isIdle = desk.held.size === 0 && fault === null;
    const settled = isIdle ? null : await shelf.settle();
    const isNew = before?.isNew === true || settled?.isNew === true;
    if (isNew) desk.show();
    const problem = problemOf({ fault, unstored: unstored ?? settled?.unstored ?? null }, shelf);
    put({ problem: problem ?? (world.sha256 === null ? 'insecure' : null) });
    return { fault, isNew };
  });
}
/** Null when that part of the app could not be had just now. */
function roundOf({ loadRound }: EngineWorld): Promise<typeof runRound | null> {
  return loadRound().catch(() => null);
}

type RoundLeft = Pick<RoundEnd, 'fault'> & Pick<Settled, 'isNew'>;

function coreRule({ coreWish, network, room }: EngineWorld, shelf: Shelf): RoundWorld['mayBringCore'] {
  return async () => {
    const wish = coreWish();
    if (shelf.standing() !== 'kept' || !network.isVisible()) return false;
    if (wish === 'off' || (wish === 'ask' && network.isSparing())) return false;
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
