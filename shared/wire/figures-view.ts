import * as v from 'valibot';
import { STATUSES } from '../station/station.ts';
import { TABLES } from '../stats/definition.ts';
import { ROWS_BY } from '../stats/question.ts';

const asOf = v.object({ seq: v.number(), at: v.number() });
const named = v.object({ id: v.string(), name: v.string() });

/** What an answer about figures says of itself: with this and the same definitions it can be made again. */
export const FiguresHead = v.object({
  period: v.string(),
  /** 2026年10月 */
  periodWords: v.string(),
  asOf,
  union: named,
  region: v.nullable(named),
  by: v.picklist(ROWS_BY),
  divisions: v.picklist(['then', 'today']),
  stations: v.picklist(['real', 'synthetic']),
  /** What the period before was signed with, where it was. */
  openingAsOf: v.nullable(asOf),
  /** Stations of the other sort in this scope, which are left out. */
  leftOut: v.number(),
  definitions: v.array(v.object({ id: v.string(), version: v.number() })),
  /** SHA-256 of the question, the definitions and the figures. */
  hash: v.string(),
});

/** A number; null: cannot be said; `few`: kept back. */
export const FigureView = v.nullable(v.union([v.number(), v.literal('few')]));

export const ColumnView = v.object({
  id: v.string(),
  name: v.string(),
  unit: v.string(),
  digits: v.number(),
  version: v.number(),
});

export const TableView = v.object({
  table: v.picklist(TABLES),
  columns: v.array(ColumnView),
  /** `below`: the region's code where one can look further down, else null. */
  rows: v.array(
    v.object({ key: v.string(), name: v.string(), below: v.nullable(v.string()), values: v.array(FigureView) }),
  ),
  total: v.array(FigureView),
});

/** One station that a cell counted. */
export const CountedView = v.object({
  id: v.string(),
  code: v.nullable(v.string()),
  name: v.string(),
  unionName: v.string(),
  regionName: v.string(),
  /** As it was at the end of the period. */
  status: v.picklist(STATUSES),
  synthetic: v.boolean(),
  /** What it adds to the cell; of people, a small one is kept back. */
  amount: FigureView,
});

/** Why a station makes a difference between two figures. */
export const REASONS = [
  'new',
  'reinstated',
  'moved-in',
  'retired',
  'merged',
  'moved-out',
  'changed',
  'recorded-later',
  'definition',
] as const;

export const DifferenceView = v.object({
  id: v.string(),
  code: v.nullable(v.string()),
  name: v.string(),
  regionName: v.string(),
  side: v.picklist(['came', 'went', 'changed']),
  reason: v.picklist(REASONS),
  before: FigureView,
  after: FigureView,
  /** The step that made it so, as history has it: its seq, day, name, who took it and why. Null: no single step did. */
  by: v.nullable(
    v.object({
      seq: v.number(),
      on: v.string(),
      step: v.string(),
      actorName: v.string(),
      unionName: v.string(),
      said: v.nullable(v.string()),
    }),
  ),
});
