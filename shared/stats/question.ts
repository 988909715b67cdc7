import type { Instant } from '../kernel/instant.ts';
import type { RegionCode } from '../station/region.ts';
import type { UnionId } from '../station/station.ts';
import type { IndicatorId, TableId } from './definition.ts';
import type { Period } from './period.ts';

/** How much of history is known: every row up to `seq`; `at` is when that row was written. */
export type AsOf = { readonly seq: number; readonly at: Instant };

/** What the rows of a table are. `region`: the divisions right below the one asked about. */
export const ROWS_BY = [
  'none',
  'region',
  'province',
  'city',
  'county',
  'union',
  'kind',
  'size',
  'build',
  'operation',
  'hostType',
  'tier',
] as const;
export type RowsBy = (typeof ROWS_BY)[number];

/** What figures are asked for. The same question is always answered the same, for `asOf` says what is known. */
export type Question = {
  readonly period: Period;
  readonly asOf: AsOf;
  /** Stations of this union's branch, as the tree stood at `asOf`. */
  readonly union: UnionId;
  /** Only those of this division (province, city or county); null: wherever they are. */
  readonly region: RegionCode | null;
  readonly by: RowsBy;
  /** `today`: codes that no longer exist are counted under their successors, which is said. */
  readonly divisions: 'then' | 'today';
  /** Invented stations are never mixed with real ones. */
  readonly stations: 'real' | 'synthetic';
  /** What the period before was signed with; what became known since about its end is a correction of this period. Null: not signed. */
  readonly openingAsOf: AsOf | null;
};

/** One cell of a table. `row` null: the total. */
export type Cell = { readonly indicator: IndicatorId; readonly row: string | null };

/**
 * A figure. Null: it cannot be said (nothing to divide by, nothing recorded). `few`: of people, below five, or kept back so that such
 * a one cannot be reckoned from its row or column.
 */
export type Figure = number | null | 'few';

export type TallyRow = { readonly key: string; readonly values: readonly (number | null)[] };
/** `values` stand in the order of `columns`. Before small figures are kept back. */
export type Tally = {
  readonly table: TableId;
  readonly columns: readonly IndicatorId[];
  readonly rows: readonly TallyRow[];
  readonly total: readonly (number | null)[];
};
