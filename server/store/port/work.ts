import type { DateText } from '../../../shared/kernel/instant.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { StationId, Status, UnionId } from '../../../shared/station/station.ts';

/** A day that depends on the union: `on` for all, but for those named with another one. Days up to and including it count. */
export type UnionDays = {
  readonly on: DateText;
  readonly others: readonly { readonly on: DateText; readonly unions: readonly UnionId[] }[];
};

/** Unions of the branch for which somebody may do something: all but some, or some alone. */
export type UnionScope = { readonly allBut: readonly UnionId[] } | { readonly only: readonly UnionId[] };

/** One pile of waiting things. `me`, who looks: what they took part in is for other eyes. */
export type WorkAsk =
  | { readonly kind: 'draft' | 'returned' | 'flagged' | 'task' }
  | { readonly kind: 'approve' | 'accept' | 'revision'; readonly scope: UnionScope }
  | { readonly kind: 'exit-proposed' | 'objection' }
  | {
      readonly kind: 'notice' | 'rectify' | 'contract' | 'term' | 'review' | 'hours';
      readonly until: UnionDays;
    };
export type StationWorkKind = WorkAsk['kind'];

export type WorkRow = {
  readonly station: StationId;
  readonly union: UnionId;
  readonly code: StationCode | null;
  readonly name: string;
  readonly status: Status;
  readonly isSynthetic: boolean;
  /** The day it is counted by: of `review` and `hours` when somebody looked last; null where no day matters. */
  readonly on: DateText | null;
  /** Why, in people's words, or for `task` what there is to do. */
  readonly note: string | null;
};
export type WorkPile = { readonly kind: StationWorkKind; readonly count: number; readonly rows: readonly WorkRow[] };

export type WorkAsked = {
  /** This union and all below it. */
  readonly top: UnionId;
  /** Null: all of the branch; for keepers and inspectors the stations they are named for. */
  readonly only: readonly StationId[] | null;
  readonly me: string;
  readonly asks: readonly WorkAsk[];
  /** Rows of each pile; the most urgent first. */
  readonly limit: number;
};

/** What waits for whom. See `Store` for what all operations share. */
export type WorkStore = {
  /** The piles in the order asked, empty ones too: one consistent read. */
  workPiles(asked: WorkAsked): Promise<readonly WorkPile[]>;
};
