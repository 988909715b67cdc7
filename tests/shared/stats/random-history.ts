import type { Station } from '../../../shared/station/station.ts';
import type { AsOf } from '../../../shared/stats/question.ts';
import { region, union } from '../station/sample.ts';
import { Telling } from './telling.ts';

/** mulberry32: a small history each from one number, so that ten thousand are made in a moment and any can be made again. */
export class Dice {
  constructor(private state: number) {}

  below(n: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  }

  of<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0];
  }
}

const COUNTIES = ['410102', '410105', '410202', '110105', '410103'] as const;
const UNIONS = ['410102', '410105', '410100', '410202', '110105'] as const;

export type Tale = { readonly told: Telling; readonly asOfs: readonly AsOf[] };

/** Up to four stations and five to fifteen rows from August on, every other one told late. */
export function tale(seed: number, rows = 5 + (seed % 11)): Tale {
  const dice = new Dice(seed);
  const told = new Telling();
  const asOfs: AsOf[] = [];
  const status = new Map<number, string>();
  let today = 0;
  for (let i = 0; i < rows; i++) {
    today += dice.below(24);
    const on = dayAfter(today);
    // One row in two takes effect up to three months before it was written.
    const effectiveOn = dice.below(2) === 0 ? dayAfter(Math.max(0, today - dice.below(90))) : on;
    const n = 1 + dice.below(4);
    asOfs.push(step(told, { dice, n, on, effectiveOn, status }));
  }
  return { told, asOfs };
}

type Step = {
  readonly dice: Dice;
  readonly n: number;
  readonly on: string;
  readonly effectiveOn: string;
  readonly status: Map<number, string>;
};

function step(told: Telling, { dice, n, on, effectiveOn, status }: Step): AsOf {
  const was = status.get(n);
  if (was === undefined) {
    const now = dice.of(['active', 'active', 'active', 'draft'] as const);
    status.set(n, now);
    const how = dice.of(['import', 'accept', 'relocate'] as const);
    return told.first(n, [on, how], {
      ...facts(dice),
      status: now,
      effectiveOn,
      origin: dice.of(['imported', 'imported', 'imported', 'synthetic']),
    });
  }
  const [name, after, reason] = next(dice, was);
  if (after.status !== undefined) status.set(n, after.status);
  if (name === 'purge') status.delete(n);
  return told.later(n, [on, name, { effectiveOn, reason }], after);
}

function next(dice: Dice, was: string): readonly [string, Partial<Station>, string | null] {
  if (was === 'draft') return ['accept', { status: 'active' }, null];
  if (was === 'retired' || was === 'merged') return ['reinstate', { status: 'active' }, null];
  if (was === 'relocated') return ['revise', facts(dice), null];
  const [name, after, reason] = dice.of<readonly [string, Partial<Station>, string | null]>([
    ['revise', facts(dice), null],
    ['revise', facts(dice), null],
    ['revise', { hostType: dice.of(['bank', 'post', null]) }, null],
    ['suspend', { status: 'suspended' }, null],
    ['rectify', { status: 'rectifying' }, null],
    ['retire', { status: 'retired' }, 'LOW_USE 人少'],
    ['merge', { status: 'merged' }, '两块牌子'],
    ['relocate', { status: 'relocated' }, null],
    ['confirm', { verified: 'on-site' }, null],
    ['purge', {}, null],
  ]);
  return [name, after, reason];
}

function facts(dice: Dice): Partial<Station> {
  return {
    region: region(dice.of(COUNTIES)),
    union: union(dice.of(UNIONS)),
    kind: dice.of(['station', 'driver-home']),
    area: dice.of([3, 12, null]),
    build: dice.of(['union', 'society', null]),
  };
}

/** Days after the first of August 2026. */
const DAYS = Array.from({ length: 400 }, (_, days) => new Date(Date.UTC(2026, 7, 1 + days)).toISOString().slice(0, 10));
function dayAfter(days: number): string {
  return DAYS[days] ?? '2027-09-01';
}
