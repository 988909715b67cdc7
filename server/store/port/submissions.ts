import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { Period } from '../../../shared/stats/period.ts';
import type { AsOf, Figure } from '../../../shared/stats/question.ts';
import type { Submission, SubmissionState } from '../../../shared/stats/submission.ts';
import type { ReportCommand } from './command.ts';

/** A submission without its tables. `totals`: the figures of its totals by indicator. */
export type SubmissionLine = {
  readonly union: UnionId;
  readonly period: Period;
  readonly state: SubmissionState;
  readonly rev: number;
  readonly asOf: AsOf;
  readonly hash: string;
  readonly submittedAt: Instant;
  readonly signedAt: Instant | null;
  readonly totals: { readonly [indicator: string]: Figure };
};

export type SubmissionReceipt = {
  readonly commandId: string;
  readonly at: Instant;
  readonly state: SubmissionState;
  readonly rev: number;
};

/** Two stations that somebody has looked at: they are two. `first` < `second`. */
export type DifferentPair = { readonly first: StationId; readonly second: StationId };

/** Figures handed in, returned and signed, and answers to doubts. See `Store` for what all operations share. */
export type SubmissionsStore = {
  /** What a union's figures of a period were signed with; null: not signed (yet). Never changes once it is there. */
  signedAsOf(union: UnionId, period: Period): Promise<AsOf | null>;
  submission(union: UnionId, period: Period): Promise<Submission | null>;
  /** Of a union's own, of those right below it, or of its whole branch, for some periods, by period and union. */
  submissionLines(asked: {
    readonly top: UnionId;
    readonly of: 'own' | 'below' | 'branch';
    readonly periods: readonly Period[];
  }): Promise<readonly SubmissionLine[]>;
  /**
   * Takes a step under the counter row, so that of two at once one is refused. `decide` is pure; a row of history says what
   * became of it, without words of people. Refuses `receipt-conflict`, or what `decide` refused.
   */
  stepSubmission(
    command: ReportCommand,
    stepping: {
      readonly union: UnionId;
      readonly period: Period;
      readonly step: string;
      readonly reason: string | null;
      readonly decide: (held: Submission | null, at: Instant) => Result<Submission>;
    },
  ): Promise<Result<SubmissionReceipt>>;
  /** When the first row of history was written: nothing was to be handed in before. */
  begunAt(): Promise<Instant>;
  /** All pairs that were answered to be two stations, in the order they were. */
  differentPairs(): Promise<readonly DifferentPair[]>;
  /** Answers that two stations are two, with why; a second answer changes nothing. A row of history for each of the two. */
  keepDifferent(
    command: ReportCommand,
    pair: DifferentPair & { readonly reason: string },
  ): Promise<Result<{ readonly commandId: string; readonly at: Instant }>>;
};
