import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Report, ReportId, ReportKind, ReportState } from '../../../shared/report/report.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { Station, StationId, UnionId } from '../../../shared/station/station.ts';
import type { CommandEnvelope } from './command.ts';

/** A report and the union that answers for it today: the station's, which may have changed since it was filed. */
export type HeldReport = { readonly report: Report; readonly union: UnionId };

/** A moment that depends on the union: `before` for all, but for those named with another one. */
export type UnionMoments = {
  readonly before: Instant;
  readonly others: readonly { readonly before: Instant; readonly unions: readonly UnionId[] }[];
};

export type InboxFilter = {
  /** This union and all below it. */
  readonly top: UnionId;
  readonly states: readonly ReportState[];
  readonly kind: ReportKind | null;
  /** Counties the station lies in, or the suggested place; null = everywhere. */
  readonly regions: readonly RegionCode[] | null;
  readonly station: StationId | null;
  /** Only what reached the server before these moments. */
  readonly overdue: UnionMoments | null;
};

/** Where a page begins: after this place in the order of groups. */
export type InboxPlace = { readonly rank: number; readonly at: number; readonly key: string };

export type InboxGroup = {
  /** The station's id, or of a suggested place the report's. */
  readonly key: string;
  /** Null for a place, and for a station that is no longer stored. */
  readonly station: Station | null;
  /** Reports of the group under the filter; `reports` are the first of them. */
  readonly total: number;
  /** Of those, unanswered ones that say the door was shut in the posted hours. */
  readonly shut: number;
  /** The oldest first. */
  readonly reports: readonly HeldReport[];
  readonly place: InboxPlace;
};

export type InboxCount = { readonly state: ReportState; readonly kind: ReportKind; readonly count: number };

export type ReportTaken = { readonly step: string; readonly before: Report; readonly after: Report };
export type ReportsReceipt = {
  readonly commandId: string;
  readonly at: Instant;
  readonly reports: readonly { readonly id: ReportId; readonly state: ReportState }[];
};

/** Workers’ reports as their unions handle them. See `Store` for what all operations share. */
export type InboxStore = {
  /**
   * Groups of a branch's reports, at most `limit` with at most `each` reports: unanswered ones with two or more doors shut
   * in the posted hours first, then the oldest; answered ones by the latest answer.
   */
  inbox(
    filter: InboxFilter,
    page: { readonly after: InboxPlace | null; readonly limit: number; readonly each: number },
  ): Promise<readonly InboxGroup[]>;
  /** Unanswered reports of a branch; `overdue` of them came before those moments, `repeated` = stations shut again and again. */
  inboxCounts(
    top: UnionId,
    due: UnionMoments,
  ): Promise<{ readonly counts: readonly InboxCount[]; readonly overdue: number; readonly repeated: number }>;
  /** Milliseconds from arrival to answer of everything a branch answered after an instant, and whose it is. */
  answerTimes(top: UnionId, since: Instant): Promise<readonly { readonly union: UnionId; readonly took: number }[]>;
  heldReport(id: ReportId): Promise<HeldReport | null>;
  /**
   * Takes steps on some reports, all or none, with a row of history each. `decide` is pure. Refuses `report-not-here` when
   * one of the ids is of no report, `receipt-conflict`, or what `decide` refused.
   */
  stepReports(
    command: Omit<CommandEnvelope, 'load'>,
    stepping: {
      readonly reports: readonly ReportId[];
      readonly decide: (held: readonly HeldReport[], at: Instant) => Result<readonly ReportTaken[]>;
    },
  ): Promise<Result<ReportsReceipt>>;
  /**
   * Takes words, place and photo out of reports answered before these moments, as the system, some hundred at a time; how
   * many. Kind, state, times and the union's answer stay.
   */
  eraseReports(due: UnionMoments): Promise<number>;
  /** Which of these pictures some report still shows. */
  reportPhotosAmong(names: readonly string[]): Promise<ReadonlySet<string>>;
};
