import { useEffect, useMemo, useReducer, useState } from 'react';
import type { Gcj02 } from '../../shared/geo/point.ts';
import type { Region, RegionCode } from '../../shared/station/region.ts';
import { fixPoint } from '../ui/chosen-place.ts';
import type { LastPlace, LocateState } from '../ui/ports.ts';
import { useLocate, usePorts, usePrefs, useRegions } from '../ui/use-ports.tsx';
import type { TroubleKind } from '../ui/words/find.ts';
import { type Anchor, type AnchorState, nextAnchor, type PhoneAnchor, USELESS_ACCURACY } from './anchor.ts';

/** Why the list cannot stand on a fresh fix; `rough` carries its metres. */
export type PlaceTrouble = { readonly kind: TroubleKind } | { readonly kind: 'rough'; readonly accuracy: number };

export type Placed = {
  readonly anchor: Anchor | null;
  readonly hasPending: boolean;
  /** A picked region is still being looked up. */
  readonly isFinding: boolean;
  readonly trouble: PlaceTrouble | null;
  /** The picked region, null when none is picked or it is not known. */
  readonly region: Region | null;
  readonly touch: () => void;
  readonly acceptPending: () => void;
  readonly useLast: (() => void) | null;
};

/** What the address names instead of the phone's own place; a point goes before a region. */
export type Elsewhere = { readonly at: RegionCode | null; readonly chosen: Gcj02 | null };

export function useAnchor({ at, chosen }: Elsewhere): Placed {
  const { prefs } = usePorts();
  const { shifted } = usePrefs();
  // Read once: the place this visit began with, not the one it saves as it goes.
  const [last] = useState(() => prefs.get().lastPlace);
  const locate = useLocate();
  const [state, dispatch] = useReducer(nextAnchor, last, startAt);
  const [lastChosen, chooseLast] = useState(false);
  useAskOnce();
  useEffect(() => {
    if (locate.kind !== 'fix') return;
    const { accuracy, at: time } = locate;
    const anchor: PhoneAnchor = { kind: 'fix', point: fixPoint(locate.point, shifted), accuracy, at: time };
    dispatch({ kind: 'fix', anchor });
  }, [locate, shifted]);
  const regions = useRegions(at !== null && chosen === null);
  const region = chosen === null ? (regions?.find((one) => one.code === at) ?? null) : null;
  const trouble = troubleOf(locate);
  const picked = useMemo<Anchor | null>(() => {
    if (chosen !== null) return { kind: 'chosen', point: chosen };
    return region === null ? null : { kind: 'region', point: region.centre };
  }, [chosen, region]);
  // A district nobody knows (a link of long ago, a slip) must not keep the list waiting for ever.
  const isUnknown = regions !== undefined && region === null;
  const isElsewhere = chosen !== null || (at !== null && !isUnknown);
  return {
    isFinding: isElsewhere && picked === null,
    anchor: isElsewhere ? picked : ownAnchor({ state, trouble, lastChosen }),
    hasPending: !isElsewhere && state.pending !== null,
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

type Own = { state: AnchorState; trouble: PlaceTrouble | null; lastChosen: boolean };

/** A fix that may be kilometres off does not silently fall back on the last place: the person decides. */
function ownAnchor({ state, trouble, lastChosen }: Own): Anchor | null {
  if (trouble?.kind === 'rough' && state.anchor?.kind === 'last' && !lastChosen) return null;
  return state.anchor;
}
