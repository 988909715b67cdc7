import type { Day, Instant } from '../kernel/instant.ts';
import type { ReportKind, ReportState } from '../report/report.ts';
import type { ExitTask } from '../station/after-exit.ts';
import type { Amenity, AmenityState } from '../station/amenity.ts';
import type { ExitReason } from '../station/command.ts';
import type { Entry, EntryKind } from '../station/entry.ts';
import type { Indicator, IndicatorId } from './definition.ts';
import type { Stand } from './stand.ts';

/** The days that are counted, both included; a period still running ends on the day of `asOf`. */
export type Span = { readonly first: Day; readonly last: Day };

/**
 * What is known of a published station beside its stand: people counted by scans of its plaque within the span, and what its
 * union wrote down of it until the end of the span, also before it (withdrawn entries are left out), in the order in which they
 * were kept first. Only filled for indicators that ask for it.
 */
export type Beside = {
  readonly span: Span;
  readonly visits: number;
  readonly entries: readonly Entry[];
};

/** How a published station came to be in a cell or left it. */
export const FLOWS = ['new', 'reinstated', 'moved-in', 'retired', 'merged', 'moved-out'] as const;
export type Flow = (typeof FLOWS)[number];

/** A station that was retired or merged within the span. */
export type ExitFact = {
  readonly on: Day;
  readonly step: string;
  /** MERGE for a merger; null where no code was written. */
  readonly cause: ExitReason | null;
  /** The day the case that ended so began: rectify, or where there was none the proposal. Null: neither. */
  readonly foundOn: Day | null;
};

/** A report filed until the end of the span, as it stood then. `at`: when it reached the server. */
export type ReportFact = {
  readonly kind: ReportKind;
  readonly at: Instant;
  readonly on: Day;
  readonly state: ReportState;
  /** When it was resolved or dismissed, not later than the end of the span. */
  readonly answeredAt: Instant | null;
  readonly answeredOn: Day | null;
};

/** A task after an exit, opened until the end of the span. */
export type TaskFact = {
  readonly task: ExitTask;
  readonly openedOn: Day;
  readonly due: Day | null;
  readonly doneOn: Day | null;
};

/** An entry known at asOf and not withdrawn, whose day is not after the end of the span (also such of earlier periods). */
export type EntryFact = { readonly entry: Entry; readonly on: Day; readonly seq: number };

/** Scans of one station's plaque on one day within the span. */
export type VisitFact = { readonly on: Day; readonly visits: number };

/** What a figure is made of. Sums count what `value` gives of each fact: 1 or 0 for a count. */
export type SumFold =
  | { readonly of: 'opening'; readonly value: (stand: Stand) => number }
  | {
      readonly of: 'closing';
      readonly value: (stand: Stand, beside: Beside) => number;
      /** Which of `Beside` it reads; left out: none. */
      readonly reads?: readonly ('visits' | 'entries')[];
    }
  | { readonly of: 'amenity'; readonly amenity: Amenity; readonly state: AmenityState }
  | { readonly of: 'flow'; readonly flow: Flow }
  | { readonly of: 'correction'; readonly way: 'in' | 'out' }
  | { readonly of: 'exit'; readonly value: (exit: ExitFact) => number }
  | { readonly of: 'task'; readonly value: (task: TaskFact, span: Span) => number }
  | { readonly of: 'report'; readonly value: (report: ReportFact, span: Span) => number }
  | { readonly of: 'entry'; readonly kind: EntryKind; readonly value: (fact: EntryFact, span: Span) => number }
  | { readonly of: 'visit'; readonly value: (visit: VisitFact) => number }
  /** Published stations of the other sort: synthetic where real ones are asked about. */
  | { readonly of: 'left-out' }
  /** Published stations whose point lies outside their region; null where the caller has no borders. */
  | { readonly of: 'outside' }
  /** Published stations with another of the same sort within so many metres, wherever that one is answered for. */
  | { readonly of: 'near'; readonly metres: number };

/** The middle of what `value` gives; null: this fact says nothing. */
export type MedianFold =
  | { readonly of: 'median'; readonly fact: 'exit'; readonly value: (exit: ExitFact) => number | null }
  | {
      readonly of: 'median';
      readonly fact: 'report';
      readonly value: (report: ReportFact, span: Span) => number | null;
    }
  | {
      readonly of: 'median';
      readonly fact: 'entry';
      readonly kind: EntryKind;
      readonly value: (fact: EntryFact, span: Span) => number | null;
    }
  | {
      readonly of: 'median';
      readonly fact: 'closing';
      readonly value: (stand: Stand, beside: Beside) => number | null;
      readonly reads?: readonly ('visits' | 'entries')[];
    };

/** `over` summed, divided by `under` summed, times `times` (100 for percent); null where there is nothing to divide by. */
export type ShareFold = {
  readonly of: 'share';
  readonly over: readonly IndicatorId[];
  readonly under: readonly IndicatorId[];
  readonly times: number;
};

export type Fold = SumFold | MedianFold | ShareFold;

/** An indicator with how it is computed: `folds` stand beside `versions`, one each. */
export type Counting = Indicator & { readonly folds: readonly Fold[] };
