import { useEffect, useReducer, useState } from 'react';
import { wgsToGcj } from '../../shared/geo/datum.ts';
import type { Region, RegionCode } from '../../shared/station/region.ts';
import type { LastPlace, LocateState } from '../ui/ports.ts';
import { useLocate, usePorts, useRegions } from '../ui/use-ports.tsx';
import { type Anchor, type AnchorState, nextAnchor, type PhoneAnchor, USELESS_ACCURACY } from './anchor.ts';

/** Why the list cannot stand on a fresh fix; `rough` carries its metres. */
export type PlaceTrouble =
  | { readonly kind: 'refused' | 'timeout' | 'unavailable' }
  | { readonly kind: 'rough'; readonly accuracy: number };

export type Placed = {
  readonly anchor: Anchor | null;
  readonly hasPending: boolean;
  readonly trouble: PlaceTrouble | null;
  /** The picked region, null when none is picked or it is not known. */
  readonly region: Region | null;
  readonly touch: () => void;
  readonly acceptPending: () => void;
  readonly useLast: (() => void) | null;
};

export function useAnchor(at: RegionCode | null): Placed {
  const { prefs } = usePorts();
  // Read once: the place this visit began with, not the one it saves as it goes.
  const [last] = useState(() => prefs.get().lastPlace);
  const locate = useLocate();
  const [state, dispatch] = useReducer(nextAnchor, last, startAt);
  const [lastChosen, chooseLast] = useState(false);
  useAskOnce();
  useEffect(() => {
    if (locate.kind !== 'fix') return;
    const anchor: PhoneAnchor = {
      kind: 'fix',
      point: wgsToGcj(locate.point),
      accuracy: locate.accuracy,
      at: locate.at,
    };
    dispatch({ kind: 'fix', anchor });
  }, [locate]);
  const regions = useRegions(at !== null);
  const region = regions?.find((one) => one.code === at) ?? null;
  const trouble = troubleOf(locate);
  return {
    anchor: anchorNow({ at, region, state, trouble, lastChosen }),
    hasPending: at === null && state.pending !== null,
    trouble,
    region,
    touch: () => dispatch({ kind: 'touched' }),
    acceptPending: () => dispatch({ kind: 'accept' }),
    useLast: last === null ? null : () => chooseLast(true),
  };
}

function startAt(last: LastPlace | null): AnchorState {
  const anchor: PhoneAnchor | null =
    last === null ? null : { kind: 'last', point: last.point, accuracy: last.accuracy, at: last.at };
  return { anchor, pending: null, touched: false };
}

/** Asks the phone for its place when the screen opens, unless something already has. */
function useAskOnce(): void {
  const { locate } = usePorts();
  useEffect(() => {
    if (locate.get().kind === 'idle') locate.request();
  }, [locate]);
}

function troubleOf(locate: LocateState): PlaceTrouble | null {
  if (locate.kind === 'fix') {
    return locate.accuracy > USELESS_ACCURACY ? { kind: 'rough', accuracy: locate.accuracy } : null;
  }
  return locate.kind === 'idle' || locate.kind === 'asking' ? null : { kind: locate.kind };
}

type Chosen = {
  at: RegionCode | null;
  region: Region | null;
  state: AnchorState;
  trouble: PlaceTrouble | null;
  lastChosen: boolean;
};

/** A fix that may be kilometres off does not silently fall back on the last place: the person decides. */
function anchorNow({ at, region, state, trouble, lastChosen }: Chosen): Anchor | null {
  if (at !== null) {
    return region === null ? null : { kind: 'region', point: region.centre };
  }
  if (trouble?.kind === 'rough' && state.anchor?.kind === 'last' && !lastChosen) return null;
  return state.anchor;
}
