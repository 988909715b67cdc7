import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Store } from '../../store/port.ts';

/** What the command line is doing right now it says every few seconds; silent for longer, it was ended. */
export const SILENT_MS = 60_000;
const DAY_MS = 86_400_000;
/** As long as logs are kept. */
const KEPT_DAYS = 180;
const MANY = 1000;

/** What is to be done about ledgers nobody is working on: planned, rolled forward, or taken away after half a year. */
export async function dueLedgers(store: Store, at: Instant) {
  const silent = (changedAt: Instant) => changedAt < at - SILENT_MS;
  const open = await store.ledgers({ unions: null, states: ['staging', 'planning', 'committing'], limit: MANY });
  const kept = await store.ledgers({ unions: null, states: ['ready', 'done'], limit: MANY });
  return {
    plan: open.flatMap(({ id, state }) => (state === 'planning' ? [id] : [])),
    commit: open.flatMap(({ id, state, door, changedAt }) =>
      state === 'committing' && (door === 'desk' || silent(changedAt)) ? [id] : [],
    ),
    drop: [
      // Nobody was ever told of these.
      ...open.flatMap(({ id, state, changedAt }) => (state === 'staging' && silent(changedAt) ? [id] : [])),
      ...kept.flatMap(({ id, changedAt }) => (changedAt < at - KEPT_DAYS * DAY_MS ? [id] : [])),
    ],
  };
}
