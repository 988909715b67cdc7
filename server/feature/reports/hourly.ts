import { createHmac } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';

const HOUR_SECONDS = 3600;

/** At most so many in an hour from one address, or of one thing; in this process's memory alone. */
type Hourly = {
  /** Takes one; 0, or the seconds to wait because none is left. */
  take(address: string): Promise<number>;
};

export function hourly(points: number, secret: string, now: () => Instant): Hourly {
  const limiter = new RateLimiterMemory({ points, duration: HOUR_SECONDS });
  const keyOf = addressKey(secret, now);
  return {
    take: async (address) => {
      try {
        await limiter.consume(keyOf(address));
        return 0;
      } catch (full) {
        if (!(full instanceof RateLimiterRes)) throw full;
        return Math.ceil(full.msBeforeNext / 1000);
      }
    },
  };
}

/** An address is never kept: it is known by a keyed hash that is another one tomorrow. */
export function addressKey(secret: string, now: () => Instant): (address: string) => string {
  return (address) =>
    createHmac('sha256', secret)
      .update(`address ${dateText(dayOf(now()))} ${address}`)
      .digest('base64');
}
