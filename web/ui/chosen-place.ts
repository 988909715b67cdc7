import { useMemo } from 'react';
import { useLocationProperty } from 'wouter/use-browser-location';
import { wgsToGcj } from '../../shared/geo/gcj.ts';
import { type Gcj02, gcj02, isInChinaBox, type Wgs84 } from '../../shared/geo/point.ts';

/**
 * A place the person chose stands behind the `#` of the address, which no server is ever told: `#p=113.66500,34.75700`,
 * longitude first, GCJ-02. Other parts may stand beside it, separated by `&`.
 */
export function chosenIn(hash: string): Gcj02 | null {
  const [, lng, lat] = /[#&]p=(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?)(?:&|$)/.exec(hash) ?? [];
  if (lng === undefined || lat === undefined) return null;
  const point = gcj02(Number(lng), Number(lat));
  return isInChinaBox(point) ? point : null;
}

/** `#p=113.66500,34.75700`: five decimals are a metre. */
export function chosenHash({ lng, lat }: Gcj02): string {
  return `#p=${lng.toFixed(5)},${lat.toFixed(5)}`;
}

const hashNow = (): string => window.location.hash;

/** What stands behind the `#`, also when only that changed. */
export function useHash(): string {
  return useLocationProperty(hashNow, () => '');
}

/** The same point for as long as the address says the same. */
export function useChosen(): Gcj02 | null {
  const hash = useHash();
  return useMemo(() => chosenIn(hash), [hash]);
}

/** A fix as stations are stored; some phones give it shifted already (`Prefs.shifted`), and shifting it twice is 500 m off. */
export function fixPoint(point: Wgs84, shifted: boolean): Gcj02 {
  return shifted ? gcj02(point.lng, point.lat) : wgsToGcj(point);
}
