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
  return `${JSON.stringify({ about: Object.fromEntries(coverOf(content)), head, definitions, tables }, null, 1)}\n`;
}
