import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { HOUR_LIMIT } from '../../../shared/report/decide.ts';
import { addressKey } from './hourly.ts';

/** Look-up codes tried in vain from one address within the hour before it has to wait. */
const MISSES = 30;
const HOUR_SECONDS = 3600;

/**
 * How busy an address has been in this hour, in this process's memory alone. An address is never kept: it is known by a
 * keyed hash that is another one tomorrow.
 */
export type Crowd = {
  /** Whether it has sent its share of reports; further ones are held back, not refused. */
  isFull(address: string): Promise<boolean>;
  countReport(address: string): Promise<void>;
  /** Seconds it has to wait before it may try another look-up code; 0 = none. */
  waitSeconds(address: string): Promise<number>;
  countMiss(address: string): Promise<void>;
};

export function crowdOf(secret: string, now: () => Instant): Crowd {
  const reports = new RateLimiterMemory({ points: HOUR_LIMIT.address, duration: HOUR_SECONDS });
  const misses = new RateLimiterMemory({ points: MISSES, duration: HOUR_SECONDS });
  const keyOf = addressKey(secret, now);
  return {
    isFull: async (address) => ((await reports.get(keyOf(address)))?.consumedPoints ?? 0) >= HOUR_LIMIT.address,
    countReport: async (address) => {
      await reports.penalty(keyOf(address), 1);
    },
    waitSeconds: async (address) => {
      const tried = await misses.get(keyOf(address));
      return tried === null || tried.consumedPoints < MISSES ? 0 : Math.ceil(tried.msBeforeNext / 1000);
    },
    countMiss: async (address) => {
      await misses.penalty(keyOf(address), 1);
    },
  };
}
