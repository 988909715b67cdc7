import type { Brand } from '../kernel/brand.ts';
import type { DateText } from '../kernel/instant.ts';

/** `<table>.<name>`, as in `stock.closing` or `amenities.water.yes`. */
export type IndicatorId = Brand<string, 'IndicatorId'>;

/** The twelve tables in the order they are reported in. Only ever append. */
export const TABLES = [
  'stock',
  'hours',
  'amenities',
  'visits',
  'inspection',
  'exit',
  'funding',
  'listing',
  'honours',
  'activities',
  'quality',
  'voice',
] as const;
export type TableId = (typeof TABLES)[number];

/** One wording of an indicator. Periods that begin within `[from, to)` are counted by it for ever. */
export type DefinitionVersion = {
  readonly version: number;
  readonly from: DateText;
  /** The first day it holds no more; null: it still holds. */
  readonly to: DateText | null;
  /** What is counted, in one plain sentence. */
  readonly counts: string;
  /** What is not, or an empty text. */
  readonly leavesOut: string;
};

/** An indicator as people read it; the fold that computes it stands beside it in `definitions/`. */
export type Indicator = {
  readonly id: IndicatorId;
  readonly table: TableId;
  readonly name: string;
  /** 个, 人次, 次, 天, 元, %, … */
  readonly unit: string;
  /** Decimals it is shown and exported with. */
  readonly digits: number;
  /** Counts people: small figures are kept back. */
  readonly ofPeople: boolean;
  /** Adds up over rows: a share or a median does not. */
  readonly adds: boolean;
  /** Published nationally for 2024 under this name. */
  readonly national: boolean;
  readonly versions: readonly DefinitionVersion[];
};
