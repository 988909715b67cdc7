import { useMemo, useRef } from 'react';
import type { Box, Sight } from './view.ts';

type Parts = { readonly ground: Box; readonly head: Box; readonly sheet: Box; readonly isUnfolded: boolean };

/**
 * What the sheet and the filters leave of the map. The map keeps clear of the folded sheet; what is unfolded for reading
 * lies over it, and beside it (a phone on its side) nothing is covered. Null until every part has its size.
 */
export function useSight({ ground, head, sheet, isUnfolded }: Parts): Sight | null {
  const folded = useRef(0);
  if (!isUnfolded) folded.current = sheet.height;
  const below = isBeside(sheet, ground) ? 0 : folded.current;
  const { width, height } = ground;
  const above = head.height;
  const isKnown = width > 0 && above > 0 && folded.current > 0;
  return useMemo(() => (isKnown ? { width, height, above, below } : null), [isKnown, width, height, above, below]);
}

/** A phone on its side: the ground ends where the sheet begins. */
export function isBeside(sheet: Box, ground: Box): boolean {
  return sheet.height > 0 && sheet.height >= ground.height;
}

/** Letters so large that the whole card would leave a strip of the map: fewer lines than this, in rem. */
const ROOMY = 28;

/** Whether the sheet at the foot has room for little. */
export function useTight(ground: Box, sheet: Box): boolean {
  const letters = useMemo(
    // Looked at again when the sheet's size changes, as it does with the letters.
    () => (sheet.height >= 0 ? Number.parseFloat(getComputedStyle(document.documentElement).fontSize) : 16),
    [sheet.height],
  );
  return ground.height > 0 && ground.height < ROOMY * letters && !isBeside(sheet, ground);
}
