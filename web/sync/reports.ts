import type { Instant } from '../../shared/kernel/instant.ts';
import type { Outbox, OutboxItem } from '../local/outbox.ts';
import { cell } from '../platform/cell.ts';
import type { After } from '../platform/clock.ts';
import type { Fault, Http } from '../platform/http.ts';
import type { Dice } from '../platform/ids.ts';
import type { Network } from '../platform/network.ts';
import { askAll, askFor } from './answers.ts';
import { retryAfter } from './backoff.ts';
import { HOLD_MS, itemOf, later, WRITING_MS, withExtras } from './letter.ts';
import { type PushWorld, pushAll } from './push.ts';
import type { Extras, Followed, Reports, ReportsState } from './reports-state.ts';
import { oneAtATime } from './rounds.ts';

export type ReportsWorld = PushWorld & {
  readonly http: Http;
  readonly after: After;
  readonly dice: Dice;
  readonly network: Network;
  /** 32 hex digits of chance. */
  readonly newId: () => string;
  readonly shrink: (file: Blob) => Promise<string | null>;
};

/**
 * The reports of this phone. Sends on opening, when seen again, when a net is back, when a hold is over and on a tap; after
 * a failure again, ever more slowly.
 */
export async function openReports(world: ReportsWorld): Promise<Reports> {
  const { outbox, network, newId, now } = world;
  const state = cell<ReportsState>({ items: [], isKept: outbox.isKept(), busy: false, problem: null });
  const show = async (): Promise<void> => {
    state.put({ ...state.get(), items: await outbox.all(), isKept: outbox.isKept() });
  };
  const go = sender(world, { put: (change) => state.put({ ...state.get(), ...change }), show });
  await show();
  go('push');
  network.subscribe(() => go('push'));
  const edit = editor(world, show, () => go('push'));
  return {
    get: state.get,
    subscribe: state.subscribe,
    say: async (draft) => {
      const item = itemOf(draft, { id: newId(), now: now() });
      await outbox.put(item);
      await show();
      world.after(HOLD_MS, () => go('push'));
      return item.id;
    },
    ...edit,
    refresh: () => go('all'),
    follow: (lookup) => follow(world, show, lookup),
    shrink: world.shrink,
  };
}

type Edit = Pick<Reports, 'hold' | 'finish' | 'takeBack' | 'again' | 'discard'>;

/** All that may happen to a report before it goes, and to one that was refused. */
function editor({ outbox, now, newId, after }: ReportsWorld, show: () => Promise<void>, go: () => void): Edit {
  /** Only what is still in hand; the answer is whether it was. */
  const inHand = async (id: string, next: (item: OutboxItem) => OutboxItem | null): Promise<boolean> => {
    let was = false;
    await outbox.change(id, (item) => {
      was = item.stage.kind === 'held';
      return was ? next(item) : item;
    });
    await show();
    return was;
  };
  return {
    hold: async (id) => {
      const until = later(now(), WRITING_MS);
      after(WRITING_MS, go);
      return inHand(id, (item) => ({ ...item, stage: { kind: 'held', until } }));
    },
    finish: async (id, extras) => {
      const held = { kind: 'held', until: now() } as const;
      const was = await inHand(id, (item) => ({ ...withExtras(item, extras, id), stage: held }));
      go();
      return was;
    },
    takeBack: (id) => inHand(id, () => null),
    again: async (id, extras) => {
      const anew = await renewed(outbox, { id, extras }, { id: newId(), now: now() });
      await show();
      go();
      return anew;
    },
    discard: async (id) => {
      await outbox.change(id, () => null);
      await show();
    },
  };
}

type Anew = { readonly id: string; readonly now: Instant };

/** Under a new id, because the server has answered the old one. The new one is there before the old one goes. */
async function renewed(
  outbox: Outbox,
  { id, extras }: { readonly id: string; readonly extras: Extras },
  anew: Anew,
): Promise<string | null> {
  const old = (await outbox.all()).find((item) => item.id === id);
  if (old === undefined || old.stage.kind !== 'refused') return null;
  await outbox.put({ ...withExtras(old, extras, anew.id), stage: { kind: 'held', until: anew.now } });
  await outbox.change(id, () => null);
  return anew.id;
}

async function follow(
  { outbox, http, now }: ReportsWorld,
  show: () => Promise<void>,
  lookup: Parameters<Reports['follow']>[0],
): Promise<Followed> {
  const mine = (await outbox.all()).find(({ stage }) => stage.kind === 'sent' && stage.lookup === lookup);
  const asked = await askFor(http, lookup, now());
  if (!asked.ok) {
    return asked.refusal.kind === 'server' && asked.refusal.status === 404 ? 'unknown' : 'later';
  }
  const { told } = asked.value;
  if (mine === undefined) await outbox.put(asked.value);
  else await outbox.change(mine.id, (item) => ({ ...item, told }));
  await show();
  return 'found';
}

type Reach = 'push' | 'all';
type Screen = { put(change: Partial<ReportsState>): void; show(): Promise<void> };

/** Pushes what waits; a whole round asks for the unions' answers as well. */
function sender(world: ReportsWorld, { put, show }: Screen): (reach: Reach) => void {
  const { after, network } = world;
  let failures = 0;
  const round = async (reach: Reach): Promise<number | null> => {
    const pushed = await pushAll(world);
    await show();
    const fault = pushed ?? (reach === 'all' ? await askAll(world) : null);
    if (reach === 'all') await show();
    failures = fault === null ? 0 : failures + 1;
    put({ problem: fault === null ? null : problemOf(fault) });
    return waitOf(world, fault, failures);
  };
  return oneAtATime({ round, small: 'push', after, network, busy: (busy) => put({ busy }) });
}

/** Until the next try after a failure, or until the next report in hand is due; null when there is nothing to wait for. */
async function waitOf(
  { outbox, dice, now }: ReportsWorld,
  fault: Fault | null,
  failures: number,
): Promise<number | null> {
  if (fault !== null) return retryAfter(failures, dice(), fault.kind === 'server' ? fault.retryMs : null);
  const ends = (await outbox.all()).flatMap(({ stage }) => (stage.kind === 'held' ? [stage.until] : []));
  return ends.length === 0 ? null : Math.max(0, Math.min(...ends) - now());
}

function problemOf(fault: Fault): ReportsState['problem'] {
  return fault.kind === 'truncated' ? 'server' : fault.kind;
}
