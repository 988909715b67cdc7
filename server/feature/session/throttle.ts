import { createHmac } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';

/** Tries to sign in that failed, from one address in a quarter of an hour: an office behind one address types wrong, too. */
const TRIES = 40;
const WINDOW_SECONDS = 900;

/**
 * How much an address has been guessing, in this process's memory alone. It is known by a keyed hash that is another one
 * tomorrow.
 */
export type Throttle = {
  /** Counts a try before it is looked at, so that many at once are counted, too. Seconds to wait; 0 = go on. */
  begin(address: string): Promise<number>;
  /** It was no guess. */
  forgive(address: string): Promise<void>;
};

export function throttleOf(secret: string, now: () => Instant): Throttle {
  const tries = new RateLimiterMemory({ points: TRIES, duration: WINDOW_SECONDS });
  const keyOf = (address: string): string =>
    createHmac('sha256', secret)
      .update(`sign-in ${dateText(dayOf(now()))} ${address}`)
      .digest('base64');
  return {
    begin: async (address) => {
      const { consumedPoints, msBeforeNext } = await tries.penalty(keyOf(address), 1);
      return consumedPoints > TRIES ? Math.max(1, Math.ceil(msBeforeNext / 1000)) : 0;
    },
    forgive: async (address) => {
      await tries.reward(keyOf(address), 1);
    },
  };
}
