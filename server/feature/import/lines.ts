import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { LedgerLine } from '../../store/port/ledgers.ts';
import { cellText, joinCells } from './cell.ts';
import { type Columns, type Field, findColumns } from './columns.ts';
import type { RawPoint } from './place.ts';
import { type Atlas, namedRegions } from './placed.ts';
import { type ReadRow, typedRowReader } from './row.ts';
import { answerOf, typedOf } from './staged.ts';

/** What the columns of a staged ledger mean, from its titles; throws when they name no ledger: they did when it was staged. */
export function columnsOf(titles: readonly string[]): Columns {
  const columns = findColumns([titles]);
  if (columns === null) throw new Error('the titles of a staged ledger name no station and its place');
  return columns;
}

/** Reads staged lines as the file's own rows are read; where a person said so, a row without a place stands in its county's middle. */
export function linesReader(titles: readonly string[], atlas: Atlas): (line: LedgerLine) => ReadRow {
  const columns = columnsOf(titles);
  const read = typedRowReader(columns);
  return (line) => {
    const { cells, formulas } = typedOf(line.cells);
    const instead = answerOf(line)?.kind === 'centre' ? middleOf(cells, columns, atlas) : null;
    const { number } = line;
    return { number, cells: joinCells(cells), formulas, read: read({ number, cells, formulas, instead }) };
  };
}

/** Of the one county a row names, if it names one. */
export function middleOf(cells: readonly string[], { at }: Columns, atlas: Atlas): RawPoint | null {
  const cell = (field: Field) => (at[field] === undefined ? null : cellText(cells[at[field]])) ?? '';
  const named = `${cell('province')}${cell('city')}${cell('district')}`;
  const [county, ...others] = namedRegions({ named, address: cell('address') }, atlas).filter(atlas.isLeaf);
  const centre = county === undefined || others.length > 0 ? null : atlas.centreOf(county);
  return centre && { lng: centre.lng, lat: centre.lat, swapped: false, centre: true };
}

/** The cells with some typed anew; a typed cell holds no formula of the file's any more. Refuses columns that are not there. */
export function withCells(
  text: string,
  typed: readonly { readonly column: number; readonly text: string }[],
  width: number,
): Result<ReturnType<typeof typedOf>> {
  const before = typedOf(text);
  const cells = [...before.cells];
  for (const { column, text: cell } of typed) {
    if (column >= width) return refuse({ kind: 'field-range', field: 'column', min: 0, max: width - 1 });
    while (cells.length <= column) cells.push('');
    cells[column] = cell;
  }
  const columns = new Set(typed.map(({ column }) => column));
  return ok({ cells, formulas: before.formulas.filter((column) => !columns.has(column)) });
}
