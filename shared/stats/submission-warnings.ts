import { AMENITIES } from '../station/amenity.ts';
import type { IndicatorId } from './definition.ts';
import type { Figure } from './question.ts';
import type { FrozenTable, Warning, WarningId } from './submission.ts';

/** What is looked at beside the tables. */
export type WarningFacts = {
  readonly tables: readonly FrozenTable[];
  /** Stations at the end of the period before as they were signed; null: not signed. */
  readonly lastClosing: number | null;
  /** Names of the unions right below whose figures of this period are not signed. */
  readonly missing: readonly string[];
  /** Workers' reports that wait longer than they may. */
  readonly overdue: number;
};

/** A change of the stock by more than this share is asked about. */
const MOVED = 0.1;
const HALF = 0.5;

const FLOW: readonly (readonly [IndicatorId, 1 | -1])[] = [
  ['stock.opening' as IndicatorId, 1],
  ['stock.corrected-in' as IndicatorId, 1],
  ['stock.corrected-out' as IndicatorId, -1],
  ['stock.new' as IndicatorId, 1],
  ['stock.reinstated' as IndicatorId, 1],
  ['stock.moved-in' as IndicatorId, 1],
  ['stock.retired' as IndicatorId, -1],
  ['stock.merged' as IndicatorId, -1],
  ['stock.moved-out' as IndicatorId, -1],
];
/** Counted at the door or told by the union; either will do. */
const VISITS = ['visits.measured', 'visits.reported'] as const;
const INSPECTIONS = ['inspection.count'] as const;
const CLOSING = 'stock.closing' as IndicatorId;

type Row = { readonly name: string; readonly values: readonly Figure[] };

/** What is odd about figures before they are handed in, in a fixed order; each wants a note. */
export function warningsOf(facts: WarningFacts): readonly Warning[] {
  const total = (id: string) => figureIn(facts.tables, id);
  const closing = total(CLOSING) ?? 0;
  const odd = brokenRows(facts.tables);
  const before = facts.lastClosing ?? total('stock.opening');
  const found: (Warning | null)[] = [
    odd.length === 0 ? null : warning('identity', odd.length, odd),
    isMoved(before, closing) ? warning('closing-moved', closing - (before ?? 0)) : null,
    facts.missing.length === 0 ? null : warning('children-missing', facts.missing.length, facts.missing),
    share(total('quality.amenities-unknown'), closing * AMENITIES.length) > HALF
      ? warning('amenities-unknown', total('quality.amenities-unknown'))
      : null,
    some('hours-unknown', total('hours.unknown')),
    some('reports-overdue', facts.overdue),
    closing > 0 && isNothing(facts.tables, VISITS) ? warning('no-visits', null) : null,
    closing > 0 && isNothing(facts.tables, INSPECTIONS) ? warning('no-inspections', null) : null,
    share(total('quality.unverified'), closing) > HALF ? warning('unverified', total('quality.unverified')) : null,
  ];
  return found.filter((one) => one !== null);
}

function warning(id: WarningId, figure: number | null, about: readonly string[] = []): Warning {
  return { id, figure, about };
}

function some(id: WarningId, count: number | null): Warning | null {
  return count === null || count === 0 ? null : warning(id, count);
}

function isMoved(before: number | null, closing: number): boolean {
  if (before === null) return false;
  return before === 0 ? closing > 0 : Math.abs(closing - before) > before * MOVED;
}

function share(part: number | null, whole: number): number {
  return part === null || whole === 0 ? 0 : part / whole;
}

/** Names of the rows in which opening and flow do not make the closing; the total is named as 合计. */
function brokenRows(tables: readonly FrozenTable[]): readonly string[] {
  const stock = tables.find(({ table }) => table === 'stock');
  if (stock === undefined) return [];
  const at = (id: IndicatorId) => stock.columns.findIndex((column) => column.id === id);
  const [signs, closing] = [FLOW.map(([id, sign]) => [at(id), sign] as const), at(CLOSING)];
  const rows: readonly Row[] = [...stock.rows, { name: '合计', values: stock.total }];
  return rows
    .filter(({ values }) => {
      const sum = signs.reduce((made, [column, sign]) => made + sign * numberOf(values[column]), 0);
      return sum !== numberOf(values[closing]);
    })
    .map(({ name }) => name);
}

/** Nobody wrote any of these down: they are counted, and all are nothing. */
function isNothing(tables: readonly FrozenTable[], ids: readonly string[]): boolean {
  const figures = ids.map((id) => totalIn(tables, id));
  return figures.some((figure) => figure !== undefined) && figures.every((figure) => !figure);
}

function totalIn(tables: readonly FrozenTable[], id: string): Figure | undefined {
  for (const { columns, total } of tables) {
    const at = columns.findIndex((column) => column.id === id);
    if (at >= 0) return total[at];
  }
  return undefined;
}

function figureIn(tables: readonly FrozenTable[], id: string): number | null {
  const figure = totalIn(tables, id);
  return typeof figure === 'number' ? figure : null;
}

function numberOf(figure: Figure | undefined): number {
  return typeof figure === 'number' ? figure : 0;
}
