import { type Cell, cell } from './cell.ts';

/** Whether the browser promised not to clear what we store; `unknown` where it cannot say. */
type KeepState = 'kept' | 'not-kept' | 'unknown';

export type Keep = Pick<Cell<KeepState>, 'get' | 'subscribe'> & {
  ask(): void;
  /** Bytes still free for us as the browser reckons, or null where it does not say. */
  room(): Promise<number | null>;
};

/** `storage` is missing on plain http. */
export function storageKeep(storage: StorageManager | undefined): Keep {
  const state = cell<KeepState>('unknown');
  const learn = (said: Promise<boolean> | undefined): void => {
    said?.then(
      (kept) => state.put(kept ? 'kept' : 'not-kept'),
      () => state.put('unknown'),
    );
  };
  learn(storage?.persisted?.());
  return {
    get: state.get,
    subscribe: state.subscribe,
    ask: () => learn(storage?.persist?.()),
    room: async () => {
      const estimate = await storage?.estimate?.().catch(() => null);
      if (estimate?.quota === undefined || estimate.usage === undefined) return null;
      return estimate.quota - estimate.usage;
    },
  };
}
