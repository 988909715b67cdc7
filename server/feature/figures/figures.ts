import type { FiguresRefusal } from '../../../shared/kernel/refused-figures.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { StationId, Status, UnionId } from '../../../shared/station/station.ts';
import type { IndicatorId, TableId } from '../../../shared/stats/definition.ts';
import type { PackedTally } from '../../../shared/stats/packed.ts';
import type { Month } from '../../../shared/stats/period.ts';
import type { AsOf, Cell, Figure, Question, Tally } from '../../../shared/stats/question.ts';
import type { Stand } from '../../../shared/stats/stand.ts';
import type { REASONS } from '../../../shared/wire/figures-view.ts';
import type { Gauge } from './gauge.ts';

/** A station that a cell counted. `seq`: the row of history by which it counts. */
export type CountedStation = {
  readonly id: StationId;
  readonly amount: number;
  readonly status: Status;
  readonly seq: number;
};

/** A published station as it stood at the end of a period. */
export type Standing = Stand & { readonly id: StationId };

/** What stands beside figures. */
export type Beside = {
  /** As they were called then; what was not known is left out. */
  readonly unions: ReadonlyMap<UnionId, string>;
  readonly regions: ReadonlyMap<RegionCode, string>;
  /** Published stations of the other sort in the scope. */
  readonly leftOut: number;
};
type Named = { readonly unions: readonly UnionId[]; readonly regions: readonly RegionCode[] };

/** Part of a list: so many behind the station of this id; from the beginning when it is null or not in the list. */
export type Page = { readonly after: StationId | null; readonly limit: number };

export type Reason = (typeof REASONS)[number];

/** A station that counts differently on two sides. `seq`: the row of history that made it so; null: no single one did. */
export type DifferentStation = {
  readonly id: StationId;
  readonly before: number;
  readonly after: number;
  readonly reason: Reason;
  readonly seq: number | null;
};

/** `figure`: as the table shows it. `beside`: what of it belongs to no station; null where it is kept back or does not add up. */
export type CountedPage = {
  readonly figure: Figure;
  readonly count: number;
  readonly beside: number | null;
  readonly stations: readonly (Omit<CountedStation, 'amount'> & { readonly amount: Figure })[];
  readonly hasMore: boolean;
};

export type DifferencePage = {
  readonly figure: Figure;
  readonly against: Figure;
  readonly reasons: readonly { readonly reason: Reason; readonly stations: number; readonly amount: Figure }[];
  readonly count: number;
  readonly stations: readonly (Omit<DifferentStation, 'before' | 'after'> & {
    readonly before: Figure;
    readonly after: Figure;
  })[];
  readonly hasMore: boolean;
};

export type Shown = { readonly tables: readonly PackedTally[]; readonly digest: string };

/** Somebody who waits: `letGo` when no longer; `gauge` shows how far the answer is and, let go, ends the work for it. */
export type Waiting = { readonly letGo: AbortSignal; readonly gauge: Gauge };

/** Figures folded from history; asked within this process or of a thread of its own. Same question, same answer, for ever. */
export type Figures = {
  /** The newest row of history. */
  known(): Promise<AsOf>;
  /** A seq, or a time as ISO 8601 (what was known at its end); null: all that is known. */
  asOf(said: string | null): Promise<Result<AsOf, FiguresRefusal>>;
  /** Refuses `period-not-begun`. Small figures are not kept back yet. */
  tables(question: Question, tables: readonly TableId[]): Promise<Result<readonly Tally[], FiguresRefusal>>;
  /** The same as it may be shown, small figures of people kept back; `digest`: SHA-256 in hex of it all. */
  shown(question: Question, tables: readonly TableId[]): Promise<Result<Shown, FiguresRefusal>>;
  /** In the order they came into history. Refuses `indicator-unknown`, `row-unknown`. */
  stations(question: Question, cell: Cell): Promise<Result<readonly CountedStation[], FiguresRefusal>>;
  /** The same by page, small amounts of people kept back. */
  stationsPage(question: Question, cell: Cell, page: Page): Promise<Result<CountedPage, FiguresRefusal>>;
  /** A month's figures each, totals of the scope, in the order of `indicators`. */
  series(
    question: Question,
    asked: { readonly months: readonly Month[]; readonly indicators: readonly IndicatorId[] },
  ): Promise<Result<readonly (readonly (number | null)[])[], FiguresRefusal>>;
  /** From `against` to `question`. */
  difference(
    question: Question,
    against: Question,
    cell: Cell,
  ): Promise<Result<readonly DifferentStation[], FiguresRefusal>>;
  /** The same by page, with what each reason adds; small amounts of people kept back. `reason`: only such stations. */
  differencePage(
    asked: { readonly question: Question; readonly against: Question; readonly cell: Cell },
    page: Page & { readonly reason: Reason | null },
  ): Promise<Result<DifferencePage, FiguresRefusal>>;
  /** Names, and what the whole scope leaves out. Refuses as `tables` does. */
  beside(question: Question, named: Named): Promise<Result<Beside, FiguresRefusal>>;
  /** The stations published at the end of the period (of a running one: at `asOf`), by id. `by` counts for nothing. */
  stands(question: Question): Promise<Result<readonly Standing[], FiguresRefusal>>;
  /** The same, as far as somebody waits for it: once let go, what is asked or not answered yet rejects with the signal's reason. */
  within(waiting: Waiting): Figures;
};
