import { type Instant, instant } from '../../shared/kernel/instant.ts';
import type { OpenFacts } from '../../shared/station/open.ts';
import { openFor, type When } from '../ui/station/answer.ts';
import { travel } from '../ui/words/distance.ts';

/**
 * What somebody who sets out now finds at the door. `still`: it stays open all the way; `just`: it opens shortly
 * before; `open`: it is open then, though not all the way there; `shut`: it closes on the way; `not-yet`: it is
 * closed now and then.
 */
export type Arrival = {
  readonly kind: 'still' | 'just' | 'open' | 'shut' | 'not-yet' | 'unknown';
  readonly at: Instant;
};

const MINUTE_MS = 60_000;
/** A door that opened so many minutes before is 刚开门. */
const JUST_MINUTES = 30;
/** Who has further to go takes a bus, and nobody knows when that comes. Minutes. */
const FURTHEST = 240;

/** Null where the status alone shuts the door, or it is too far to say when one gets there. `distance` in metres. */
export function arrivalOf(station: OpenFacts, distance: number, when: When): Arrival | null {
  const { minutes } = travel(distance);
  const now = openFor(station, when);
  if (now.by === 'status' || minutes > FURTHEST) return null;
  const at = instant(when.now + minutes * MINUTE_MS);
  const then = openFor(station, { ...when, now: at });
  if (then.state === 'unknown') return { kind: 'unknown', at };
  if (then.state === 'closed') return { kind: now.state === 'open' ? 'shut' : 'not-yet', at };
  if (now.state === 'open' && (now.until === null || now.until > at)) return { kind: 'still', at };
  const opened = now.state === 'closed' ? now.opensAt : null;
  const isJust = opened !== null && opened <= at && at - opened <= JUST_MINUTES * MINUTE_MS;
  return { kind: isJust ? 'just' : 'open', at };
}

/** Whether the way there is not in vain although the door is closed now. */
export function opensInTime(arrival: Arrival | null): boolean {
  return arrival?.kind === 'just' || arrival?.kind === 'open';
}
