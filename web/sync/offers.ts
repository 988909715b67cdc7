import type { FeedRegion } from '../../shared/feed/feed.ts';
import { isNumber, shapeOf } from '../../shared/feed/guard.ts';
import { isFeedRegion } from './choices.ts';
import type { Offer } from './state.ts';

const isOffer = shapeOf<Offer>({ sent: isNumber, bytes: isNumber, stations: isNumber });

/** The answer of `/api/v1/packs`; null when it is none. */
export function readOffers(value: unknown): ReadonlyMap<FeedRegion, Offer> | null {
  const packs: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'packs') : null;
  if (typeof packs !== 'object' || packs === null) return null;
  const offers = new Map<FeedRegion, Offer>();
  for (const [region, offer] of Object.entries(packs)) {
    if (isFeedRegion(region) && isOffer(offer)) offers.set(region, offer);
  }
  return offers;
}
