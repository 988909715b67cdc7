import type { FeedRegion, PackRef } from '../../shared/feed/feed.ts';
import { type Cell, cell } from '../platform/cell.ts';
import { type Carrying, emptyParcel, type Parcel } from '../platform/parcel.ts';
import type { Download } from './state.ts';

/** The packs on their way: in line, coming, or stopped with what came of them. */
export type Board = Pick<Cell<readonly Download[]>, 'get' | 'subscribe'> & {
  line(region: FeedRegion): void;
  /** Stops it where it is; what came is kept for `line` to go on from. */
  pause(region: FeedRegion): void;
  /** It could not come now, and waits for the next round. */
  wait(region: FeedRegion): void;
  /** Ends it, whatever its state, and lets go of what came. */
  clear(region: FeedRegion): void;
  /** How one pack is fetched: counted here, and called off when a person says so. */
  carry(region: FeedRegion, pack: PackRef): Carrying;
};

type Job = { readonly hash: string; readonly parcel: Parcel; readonly total: number; stop: AbortController };

export function makeBoard(): Board {
  const shown = cell<readonly Download[]>([]);
  const jobs = new Map<FeedRegion, Job>();
  const find = (region: FeedRegion): Download | undefined => shown.get().find((one) => one.region === region);
  const change = (region: FeedRegion, to: Partial<Download>): void => {
    shown.put(shown.get().map((one) => (one.region === region ? { ...one, ...to } : one)));
  };
  const line = (region: FeedRegion): void => {
    const now = find(region);
    if (now === undefined) shown.put([...shown.get(), { region, state: 'waiting', got: 0, total: 0, isAnew: false }]);
    else if (now.state === 'paused') change(region, { state: 'waiting' });
  };
  const clear = (region: FeedRegion): void => {
    jobs.get(region)?.stop.abort();
    jobs.delete(region);
    if (find(region) !== undefined) shown.put(shown.get().filter((one) => one.region !== region));
  };
  return {
    get: shown.get,
    subscribe: shown.subscribe,
    line,
    clear,
    wait: (region) => change(region, { state: 'waiting' }),
    pause: (region) => {
      line(region);
      change(region, { state: 'paused' });
      jobs.get(region)?.stop.abort();
    },
    carry: (region, { hash, bytes }) => {
      const before = jobs.get(region);
      const parcel = before?.hash === hash ? before.parcel : emptyParcel();
      const job: Job = { hash, parcel, total: bytes, stop: new AbortController() };
      jobs.set(region, job);
      line(region);
      const had = before?.parcel.length ?? 0;
      const came = (): void => {
        const { length, sent } = parcel;
        const total = sent ?? bytes;
        const isAnew = (find(region)?.isAnew ?? false) || (had > 0 && length < had);
        change(region, { state: 'running', got: Math.round((length / bytes) * total), total, isAnew });
      };
      return { parcel, total: bytes, signal: job.stop.signal, came };
    },
  };
}
