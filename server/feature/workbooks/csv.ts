import { stringify } from 'csv-stringify/sync';
import { FEW, TABLE_WORDS } from '../../../shared/wire/figures-words.ts';
import type { Cell } from '../export/cells.ts';
import { safeCell } from '../export/csv.ts';
import { columnTitle, definitionsUsed, type FiguresContent, type FigureValue, type FilePart } from './content.ts';
import { coverOf } from './cover.ts';

/** Rows made into text at once: each is hundreds of cells, all of them would be a million texts. */
const AT_ONCE = 20;

/**
 * Comma separated, UTF-8 with its mark: what the file is line by line, what each column counts, an empty line, and then one table
 * of all tables side by side, the total first.
 */
export function* csvParts(content: FiguresContent): Generator<FilePart> {
  const { tables } = content;
  const names = new Map(tables.flatMap(({ rows }) => Array.from(rows, ({ key, name }) => [key, name] as const)));
  const byKey = tables.map(({ rows }) => new Map(Array.from(rows, (row) => [row.key, row])));
  const keys = [...names.keys()];
  const parts = Math.ceil(keys.length / AT_ONCE) + 1;
  yield { bytes: Buffer.from(csvHead(content)), done: 1, of: parts };
  for (let part = 1; part < parts; part++) {
    const lines = keys.slice((part - 1) * AT_ONCE, part * AT_ONCE).map((key) => [
      safeCell(names.get(key) ?? ''),
      safeCell(key),
      // A table without the row leaves its cells empty.
      ...tables.flatMap(({ columns }, at) => (byKey[at]?.get(key)?.values ?? columns.map(() => null)).map(csvCell)),
    ]);
    yield { bytes: Buffer.from(stringify(lines)), done: part + 1, of: parts };
  }
}

function csvHead(content: FiguresContent): string {
  const counts = definitionsUsed(content).map(({ table, column, version }) => [
    `${TABLE_WORDS[table]}：${columnTitle(column)}`,
    `${column.id} 第 ${column.version} 版，${version?.counts ?? ''}${version?.leavesOut ? `；不数：${version.leavesOut}` : ''}`,
  ]);
  const head = [...coverOf(content), ...counts].map((line) => line.map(safeCell));
  const titles = content.tables.flatMap(({ table, columns }) =>
    columns.map((column) => `${TABLE_WORDS[table]}：${columnTitle(column)}`),
  );
  const total = ['合计', '', ...content.tables.flatMap((table) => table.total.map(csvCell))];
  return `\uFEFF${stringify(head)}\n${stringify([['名称', '代码', ...titles], total])}`;
}

function csvCell(value: FigureValue): string {
  const cell: Cell = value === 'few' ? FEW : value;
  return safeCell(cell);
}
