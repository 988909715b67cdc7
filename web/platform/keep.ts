import { type Cell, cell } from './cell.ts';

/** Whether the browser promised not to clear what we store; `unknown` where it cannot say. */
type KeepState = 'kept' | 'not-kept' | 'unknown';

export type Keep = Pick<Cell<KeepState>, 'get' | 'subscribe'> & {
  ask(): void;
  /** Bytes still free for us as the browser reckons, or null where it does not say. */
  room(): Promise<number | null>;
  /** What we take up and may take up, in bytes, or null where the browser does not say. */
  used(): Promise<{ readonly usage: number; readonly quota: number } | null>;
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
  const used: Keep['used'] = async () => {
    const { usage, quota } = (await storage?.estimate?.().catch(() => null)) ?? {};
    return usage === undefined || quota === undefined ? null : { usage, quota };
  };
  return {
    get: state.get,
    subscribe: state.subscribe,
    ask: () => learn(storage?.persist?.()),
    room: async () => {
      const estimate = await used();
      return estimate === null ? null : estimate.quota - estimate.usage;
    },
    used,
  };
}
