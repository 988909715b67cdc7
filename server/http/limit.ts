import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problemResponse } from './problem.ts';

/** Who asks, for limits alone; never stored or logged. Behind a proxy the last address it added counts. */
export type AddressOf = (context: Context) => string;

/** At most `points` requests a minute from one address. For partners' queries only: packs, feed and shell are never limited by address. */
export function rateLimit(points: number, addressOf: AddressOf): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return async (context, next) => {
    try {
      await limiter.consume(addressOf(context));
    } catch (full) {
      if (!(full instanceof RateLimiterRes)) throw full;
      return problemResponse({ kind: 'rate-limited', retrySeconds: Math.ceil(full.msBeforeNext / 1000) });
    }
    return next();
  };
}
