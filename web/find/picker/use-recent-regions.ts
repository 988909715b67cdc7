import { useState } from 'react';
import type { Region, RegionCode } from '../../../shared/station/region.ts';
import { usePorts, usePrefs } from '../../ui/use-ports.tsx';

/** More than these would hide the list below. */
const MOST = 4;

/** The places picked last, the newest first. */
export function useRecentRegions(all: readonly Region[]): {
  readonly list: readonly Region[];
  readonly add: (region: Region) => void;
} {
  const { prefs } = usePorts();
  const { places } = usePrefs();
  // As the dialog was opened: picking closes it.
  const [shown] = useState(places);
  return {
    list: shown.flatMap((code) => all.find((one) => one.code === code) ?? []),
    add: ({ code }) => prefs.set({ places: withPlace(prefs.get().places, code) }),
  };
}

export function withPlace(places: readonly RegionCode[], code: RegionCode): readonly RegionCode[] {
  return [code, ...places.filter((one) => one !== code)].slice(0, MOST);
}
