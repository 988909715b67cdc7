import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import { problemResponse } from './problem.ts';

/** Who asks, for limits alone; never stored or logged. Behind a proxy the last address it added counts. */
export type AddressOf = (context: Context) => string;

/** Lets somebody go on, or refuses `rate-limited`. */
export type Pace = (who: string) => Promise<Result<true>>;

/** At most `points` a minute from each. */
export function paceOf(points: number): Pace {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return async (who) => {
    try {
      await limiter.consume(who);
      return ok(true);
    } catch (full) {
      if (!(full instanceof RateLimiterRes)) throw full;
      return refuse({ kind: 'rate-limited', retrySeconds: Math.ceil(full.msBeforeNext / 1000) });
    }
  };
}

/** At most `points` requests a minute from one address. For partners' queries only: packs, feed and shell are never limited by address. */
export function rateLimit(points: number, addressOf: AddressOf): MiddlewareHandler {
  const pace = paceOf(points);
  return async (context, next) => {
    const paced = await pace(addressOf(context));
    return paced.ok ? next() : problemResponse(paced.refusal);
  };
}
