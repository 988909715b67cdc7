import type { Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import { type Counter, type Engine, Refused, type Tx, takeCounter } from './engine.ts';
import type { HighWater } from './highwater.ts';

/** What every store operation needs beside its arguments. */
export type StoreContext = {
  readonly engine: Engine;
  readonly highWater: HighWater;
  readonly historyKey: string;
  readonly now: () => Instant;
  readonly regions: RegionTree;
};

/** The regions this database holds, as lookups; they change by migration only, so they are read once at opening. */
export type RegionTree = {
  has(code: RegionCode): boolean;
  /** The city whose feed a county is in: the nearest city above it, or the region itself where there is none. */
  cityOf(code: RegionCode): RegionCode;
  /** The region and everything below it. */
  under(code: RegionCode): ReadonlySet<RegionCode>;
};

/** What a write did: `issued` = codes were handed out, so the high-water mark must reach the disk before the answer. */
export type Written<T> = { readonly value: T; readonly counter: Counter; readonly issued: boolean };

/** One write transaction: the counter row first, the high-water mark raised before anybody hears of it. */
export async function writing<T>(
  context: StoreContext,
  work: (tx: Tx, counter: Counter) => Promise<Written<Result<T>>>,
): Promise<Result<T>> {
  try {
    const written = await context.engine.write(async (tx) => {
      const done = await work(tx, await takeCounter(tx));
      // Rolled back as a whole: a refusal leaves no trace, not even serials.
      if (!done.value.ok) throw new Refused(done.value.refusal);
      return done;
    });
    await context.highWater.raise(written.counter, written.issued);
    return written.value;
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
