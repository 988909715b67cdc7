import { stringify } from 'csv-stringify/sync';
import { FEW, TABLE_WORDS } from '../../../shared/wire/figures-words.ts';
import type { Cell } from '../export/cells.ts';
import { safeCell } from '../export/csv.ts';
import { columnTitle, definitionsUsed, type FiguresContent, type FiguresTable, type FigureValue } from './content.ts';
import { coverOf } from './cover.ts';

/**
 * Comma separated, UTF-8 with its mark: what the file is line by line, what each column counts, an empty line, and then one table
 * of all tables side by side, the total first.
 */
export function csvOf(content: FiguresContent): string {
  const counts = definitionsUsed(content).map(({ table, column, version }) => [
    `${TABLE_WORDS[table]}：${columnTitle(column)}`,
    `${column.id} 第 ${column.version} 版，${version?.counts ?? ''}${version?.leavesOut ? `；不数：${version.leavesOut}` : ''}`,
  ]);
  const head = [...coverOf(content), ...counts].map((line) => line.map(safeCell));
  const titles = content.tables.flatMap(({ table, columns }) =>
    columns.map((column) => `${TABLE_WORDS[table]}：${columnTitle(column)}`),
  );
  const total = ['合计', '', ...content.tables.flatMap((table) => table.total.map(csvCell))];
  return `\uFEFF${stringify(head)}\n${stringify([['名称', '代码', ...titles], total, ...rowsOf(content.tables)])}`;
}

/** Rows of all tables by their key, in the order they first come; a table without the row leaves its cells empty. */
function rowsOf(tables: readonly FiguresTable[]): readonly (readonly string[])[] {
  const names = new Map(tables.flatMap(({ rows }) => rows.map(({ key, name }) => [key, name] as const)));
  const byKey = tables.map(({ rows }) => new Map(rows.map((row) => [row.key, row.values])));
  return [...names].map(([key, name]) => [
    safeCell(name),
    safeCell(key),
    ...tables.flatMap(({ columns }, at) => (byKey[at]?.get(key) ?? columns.map(() => null)).map(csvCell)),
  ]);
}

function csvCell(value: FigureValue): string {
  const cell: Cell = value === 'few' ? FEW : value;
  return safeCell(cell);
}
