import type { Day } from '../kernel/instant.ts';
import type { Chronicle } from './chronicle.ts';
import type { Span } from './fold.ts';
import type { Plan } from './plan.ts';
import type { Question } from './question.ts';
import type { RowKeys, Scope } from './scope.ts';
import type { Ground } from './world.ts';

/** Where what is counted goes. `begin` says whose it is and by which row of history; `station` −1: no station's. */
export type Sink = {
  begin(station: number, seq: number): void;
  /** To a row and, when that is one, to the total. */
  put(row: number, column: number, amount: number): void;
  /** To one row, or the total, alone. */
  add(row: number, column: number, amount: number): void;
  /** One of the values a median is taken of; to a row and to the total. */
  observe(row: number, column: number, value: number): void;
};

/** Told now and then how many stations a pass has looked at, of how many; may throw, which ends the pass. */
export type Pulse = (done: number, of: number) => void;

/** Everything a pass over the chronicle works with. */
export type Run = {
  readonly chronicle: Chronicle;
  readonly ground: Ground;
  readonly question: Question;
  readonly plan: Plan;
  readonly rows: RowKeys;
  readonly span: Span;
  /** The day before the span, or that of the signing when it came earlier. */
  readonly openingDay: Day;
  readonly scope: Scope;
  /** What the period before was signed over; null: it was not signed. */
  readonly signed: { readonly scope: Scope; readonly seq: number; readonly day: Day } | null;
  readonly sink: Sink;
  readonly pulse: Pulse;
};
