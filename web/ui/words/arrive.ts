import type { Instant } from '../../../shared/kernel/instant.ts';
import { timeText } from './time.ts';

type Arriving = { readonly kind: 'still' | 'just' | 'open' | 'shut' | 'not-yet' | 'unknown'; readonly at: Instant };

const SAID: { readonly [kind in Arriving['kind']]: readonly [firm: string, weak: string] } = {
  still: ['仍开放', '应该仍开放'],
  just: ['刚开门', '应该刚开门'],
  open: ['开着', '应该开着'],
  shut: ['已经关门', '应该已经关门'],
  'not-yet': ['还没开门', '应该还没开门'],
  unknown: ['开不开不清楚', '开不开不清楚'],
};

/** `你到时（14:24）仍开放`; `weak` when the copy is old. */
export function arrivalText({ kind, at }: Arriving, weak: boolean): string {
  return `你到时（${timeText(at)}）${SAID[kind][weak ? 1 : 0]}`;
}
