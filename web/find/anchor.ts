import { metresBetween } from '../../shared/geo/distance.ts';
import type { Gcj02 } from '../../shared/geo/point.ts';
import type { Instant } from '../../shared/kernel/instant.ts';

/** A fix worse than this (metres) cannot say which station is near: nothing is sorted by it. */
export const USELESS_ACCURACY = 1000;
/** So much better a fix (times) is worth another order, wherever it is. */
const BETTER = 2;
/** How old the confirmation of a place may grow before it is renewed. Milliseconds. */
const CONFIRMED = 60_000;
/** A fresh fix nearer than this (metres) to the one in use changes no order worth a disturbance. */
const MOVED = 50;

/** The point the list is measured from. `accuracy` in metres; what a person picked has neither accuracy nor time. */
export type Anchor =
  | { readonly kind: 'fix' | 'last'; readonly point: Gcj02; readonly accuracy: number; readonly at: Instant }
  | { readonly kind: 'region' | 'chosen'; readonly point: Gcj02 };
export type PhoneAnchor = Extract<Anchor, { accuracy: number }>;

/** `pending`: a newer fix the person is offered, because the list was already touched. */
export type AnchorState = {
  readonly anchor: PhoneAnchor | null;
  readonly pending: PhoneAnchor | null;
  readonly touched: boolean;
};

export type AnchorEvent =
  | { readonly kind: 'fix'; readonly anchor: PhoneAnchor }
  | { readonly kind: 'touched' }
  | { readonly kind: 'accept' };

/** Position coming in reorders the list only while nobody touched it; afterwards it waits to be accepted. */
export function nextAnchor(state: AnchorState, event: AnchorEvent): AnchorState {
  switch (event.kind) {
    case 'touched':
      return state.touched ? state : { ...state, touched: true };
    case 'accept':
      return { anchor: state.pending ?? state.anchor, pending: null, touched: false };
    case 'fix':
      return afterFix(state, event.anchor);
  }
}

function afterFix(state: AnchorState, fresh: PhoneAnchor): AnchorState {
  const used = state.anchor;
  if (fresh.accuracy > USELESS_ACCURACY) return state;
  if (used === null || (used.kind === 'last' && !state.touched)) return { ...state, anchor: fresh, pending: null };
  const moved = metresBetween(used.point, fresh.point);
  const isElsewhere = moved > Math.max(MOVED, Math.min(fresh.accuracy, used.accuracy));
  if (state.touched) return isElsewhere ? { ...state, pending: fresh } : confirmed(state, used, fresh);
  return isElsewhere || fresh.accuracy * BETTER < used.accuracy
    ? { ...state, anchor: fresh, pending: null }
    : confirmed(state, used, fresh);
}

/** The same place: keep the order, but stop calling it the last place. Fixes of every second change nothing. */
function confirmed(state: AnchorState, used: PhoneAnchor, fresh: PhoneAnchor): AnchorState {
  const isRecent = used.kind === 'fix' && fresh.at - used.at < CONFIRMED;
  if (isRecent && state.pending === null) return state;
  return { ...state, anchor: isRecent ? used : { ...used, kind: 'fix', at: fresh.at }, pending: null };
}
