import { definitionsUsed, type FiguresContent } from './content.ts';
import { coverOf } from './cover.ts';

/** The answer of the interface with what it says of itself and the wording of its indicators. `few`: kept back. */
export function jsonOf(content: FiguresContent): string {
  const { head, tables } = content;
  const definitions = definitionsUsed(content).map(({ table, column, version }) => ({
    table,
    id: column.id,
    name: column.name,
    unit: column.unit,
    version: column.version,
    from: version?.from ?? null,
    to: version?.to ?? null,
    counts: version?.counts ?? '',
    leavesOut: version?.leavesOut ?? '',
  }));
  // Where one may look further down is the page's business, by the divisions of its day.
  const plain = tables.map(({ table, columns, rows, total }) => ({
    table,
    columns,
    total,
    rows: Array.from(rows, ({ key, name, values }) => ({ key, name, values })),
  }));
  const about = Object.fromEntries(coverOf(content));
  return `${JSON.stringify({ about, head, definitions, tables: plain }, null, 1)}\n`;
}
