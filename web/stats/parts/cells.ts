import type { Figure } from '../../../shared/stats/question.ts';
import type { Reply } from '../../platform/ask.ts';
import { type Asked, addressOf, fixedAt } from './question.ts';

type Answer = Reply<'figures'>;
export type Table = Answer['tables'][number];
export type Row = Table['rows'][number];
export type CellName = { readonly indicator: string; readonly row: string | null };

/** Where the stations of a cell are, with what was known when the cell was counted: exactly those are shown. */
export function stationsHref(asked: Asked, head: Answer['head'], { indicator, row }: CellName): string {
  return addressOf('/figures/stations', fixedAt(asked, head), { indicator, row: row ?? undefined });
}

/** Where a cell is compared with the period before, or with `against`. */
export function compareHref(
  asked: Asked,
  head: Answer['head'],
  { indicator, row, against }: CellName & { readonly against: string },
): string {
  return addressOf('/figures/compare', fixedAt(asked, head), { indicator, row: row ?? undefined, against });
}

/** A figure of the total by its indicator; null also where the table lacks it. */
export function totalOf(tables: readonly Table[], indicator: string): Figure {
  for (const { columns, total } of tables) {
    const at = columns.findIndex(({ id }) => id === indicator);
    if (at >= 0) return total[at] ?? null;
  }
  return null;
}

/** Columns chosen over several tables of one answer, and each row's figures in them. Rows are the same in all tables. */
export function chosenColumns(tables: readonly Table[], indicators: readonly string[]) {
  const places = indicators.flatMap((id) => {
    for (const table of tables) {
      const at = table.columns.findIndex((column) => column.id === id);
      const column = table.columns[at];
      if (column !== undefined) return [{ table, at, column }];
    }
    return [];
  });
  const valuesOf = (key: string): readonly Figure[] =>
    places.map(({ table, at }) => table.rows.find((row) => row.key === key)?.values[at] ?? null);
  return {
    columns: places.map(({ column }) => column),
    valuesOf,
    total: places.map(({ table, at }): Figure => table.total[at] ?? null),
  };
}

export function numberOrNull(figure: Figure): number | null {
  return typeof figure === 'number' ? figure : null;
}
