import { AMENITIES, AMENITY_STATES } from '../station/amenity.ts';
import type { IndicatorId } from './definition.ts';
import type { Counting, Flow, Fold, MedianFold, ShareFold, SumFold } from './fold.ts';
import type { Period } from './period.ts';

/** Finds an indicator by its id; the real ones are `counting` of definitions/all.ts. */
export type Catalogue = (id: IndicatorId) => Counting | null;
export type FoldFor = (of: Counting, period: Period) => Fold;

type Of<K extends SumFold['of']> = { readonly column: number; readonly fold: Extract<SumFold, { readonly of: K }> };
export type Median = { readonly column: number; readonly fold: MedianFold };

/**
 * What a tally computes, sorted by what it looks at. Columns are numbered as asked; behind them stand those that a share is
 * made of and that were not asked for.
 */
export type Plan = {
  readonly asked: readonly IndicatorId[];
  readonly columns: number;
  /** One a column. */
  readonly folds: readonly Fold[];
  readonly opening: readonly Of<'opening'>[];
  readonly closing: readonly Of<'closing'>[];
  /** Columns of (place in AMENITIES) × 8 + (place in AMENITY_STATES). */
  readonly amenities: readonly (readonly number[] | undefined)[];
  readonly flows: { readonly [F in Flow]: readonly number[] };
  readonly correctionsIn: readonly number[];
  readonly correctionsOut: readonly number[];
  readonly exits: readonly Of<'exit'>[];
  readonly tasks: readonly Of<'task'>[];
  readonly reports: readonly Of<'report'>[];
  readonly entries: readonly Of<'entry'>[];
  readonly visits: readonly Of<'visit'>[];
  readonly leftOut: readonly number[];
  readonly outside: readonly number[];
  readonly near: readonly Of<'near'>[];
  readonly medians: readonly Median[];
  readonly shares: readonly { readonly column: number; readonly fold: ShareFold }[];
  /** The column of an id; of what a share is made of too. */
  readonly columnOf: ReadonlyMap<IndicatorId, number>;
};

/** Throws on an id the catalogue does not know. */
export function planOf(
  asked: readonly IndicatorId[],
  { period, catalogue, foldFor }: { readonly period: Period; readonly catalogue: Catalogue; readonly foldFor: FoldFor },
): Plan {
  const columnOf = new Map<IndicatorId, number>();
  const folds: Fold[] = [];
  const queue = [...asked];
  for (let at = 0; at < queue.length; at++) {
    const id = queue[at];
    if (id === undefined || columnOf.has(id)) continue;
    const found = catalogue(id);
    if (found === null) throw new Error(`no indicator is called ${id}`);
    const fold = foldFor(found, period);
    columnOf.set(id, folds.length);
    folds.push(fold);
    if (fold.of === 'share') queue.push(...fold.over, ...fold.under);
  }
  return sorted({ asked, columnOf, folds });
}

type Found = {
  readonly asked: readonly IndicatorId[];
  readonly columnOf: ReadonlyMap<IndicatorId, number>;
  readonly folds: readonly Fold[];
};

function sorted({ asked, columnOf, folds }: Found): Plan {
  const of = <K extends Fold['of']>(kind: K) =>
    folds.flatMap((fold, column) => (isOf(fold, kind) ? [{ column, fold }] : []));
  const columns = (fits: (fold: Fold) => boolean) => folds.flatMap((fold, column) => (fits(fold) ? [column] : []));
  const flow = (flow: Flow) => columns((fold) => fold.of === 'flow' && fold.flow === flow);
  return {
    asked,
    columnOf,
    columns: folds.length,
    folds,
    opening: of('opening'),
    closing: of('closing'),
    amenities: amenityColumns(of('amenity')),
    flows: {
      new: flow('new'),
      reinstated: flow('reinstated'),
      'moved-in': flow('moved-in'),
      retired: flow('retired'),
      merged: flow('merged'),
      'moved-out': flow('moved-out'),
    },
    correctionsIn: columns((fold) => fold.of === 'correction' && fold.way === 'in'),
    correctionsOut: columns((fold) => fold.of === 'correction' && fold.way === 'out'),
    exits: of('exit'),
    tasks: of('task'),
    reports: of('report'),
    entries: of('entry'),
    visits: of('visit'),
    leftOut: columns((fold) => fold.of === 'left-out'),
    outside: columns((fold) => fold.of === 'outside'),
    near: of('near'),
    medians: of('median'),
    shares: of('share'),
  };
}

function isOf<K extends Fold['of']>(fold: Fold, kind: K): fold is Extract<Fold, { readonly of: K }> {
  return fold.of === kind;
}

function amenityColumns(all: readonly Of<'amenity'>[]): Plan['amenities'] {
  const columns: (number[] | undefined)[] = [];
  for (const { column, fold } of all) {
    const at = AMENITIES.indexOf(fold.amenity) * 8 + AMENITY_STATES.indexOf(fold.state);
    const known = columns[at];
    if (known === undefined) columns[at] = [column];
    else known.push(column);
  }
  return columns;
}
