import { bearingBetween } from '../../../shared/geo/bearing.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';

export type Fix = { readonly point: Gcj02; readonly accuracy: number; readonly at: Instant };

/** Where a walk came from, and where it led the last time that could be told. */
export type Walk = { readonly from: Fix; readonly heading: { readonly degrees: number; readonly at: Instant } | null };

/** Less than so many metres may be the trembling of fixes. */
const LEAST = 8;
/** A worse fix wants a longer way before its direction means anything: this share of its accuracy. */
const SHARE = 0.5;
/** Who stands for so long may have turned round. Milliseconds. */
const STALE_MS = 20_000;
/** After so long the start of the way says nothing about its end. Milliseconds. */
const FORGOTTEN_MS = 60_000;

/** The walk with one more fix. Fixes that lead nowhere yet leave its start where it is. */
export function walked(walk: Walk | null, fix: Fix): Walk {
  if (walk === null || fix.at - walk.from.at > FORGOTTEN_MS || fix.at < walk.from.at)
    return { from: fix, heading: null };
  const way = metresBetween(walk.from.point, fix.point);
  if (way < Math.max(LEAST, SHARE * Math.max(walk.from.accuracy, fix.accuracy))) return walk;
  return { from: fix, heading: { degrees: bearingBetween(walk.from.point, fix.point), at: fix.at } };
}

/** Degrees clockwise from north, or null while nobody can tell. */
export function walkingTo(walk: Walk | null, now: Instant): number | null {
  const heading = walk?.heading ?? null;
  return heading === null || now - heading.at > STALE_MS ? null : heading.degrees;
}
