import { useMemo } from 'react';
import type { Gcj02 } from '../../shared/geo/point.ts';
import { fixPoint } from './chosen-place.ts';
import { useLocate, usePrefs } from './use-ports.tsx';

export type Here = { readonly point: Gcj02; readonly accuracy: number };

/** A fix this bad (metres) says nothing about how far a door is. */
const USELESS = 1000;

/** Where the person is as far as the phone knows: a good fix, else the last place; null without either. */
export function useHere(): Here | null {
  const locate = useLocate();
  const { lastPlace, shifted } = usePrefs();
  return useMemo(() => {
    if (locate.kind === 'fix' && locate.accuracy <= USELESS) {
      return { point: fixPoint(locate.point, shifted), accuracy: locate.accuracy };
    }
    return lastPlace === null ? null : { point: lastPlace.point, accuracy: lastPlace.accuracy };
  }, [locate, lastPlace, shifted]);
}
