import { ok, type Result } from '../../../shared/kernel/result.ts';
import { isRegionCode } from '../../../shared/station/region.ts';
import type { TableId } from '../../../shared/stats/definition.ts';
import { indicator, versionIn } from '../../../shared/stats/definitions/all.ts';
import { figuresIn, type PackedFigures, type PackedTally } from '../../../shared/stats/packed.ts';
import type { Question } from '../../../shared/stats/question.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Figures } from './figures.ts';
import { definitionUsed, type FiguresHead, headingFor } from './head.ts';

type Reply = RouteReply<'figures'>;
type FiguresTable = Reply['tables'][number];

/** A table with its names, its figures still in one block: plain data, which goes to another thread as it is. */
export type NamedTable = Pick<FiguresTable, 'table' | 'columns'> & {
  readonly rows: readonly { readonly key: string; readonly name: string }[];
  readonly figures: PackedFigures;
};
export type NamedFigures = { readonly head: FiguresHead; readonly tables: readonly NamedTable[] };

/** Figures computed, named, small ones of people kept back, and sealed by a hash. Refuses as `Figures.tables` does. */
export async function namedFigures(
  figures: Figures,
  question: Question,
  tables: readonly TableId[],
): Promise<Result<NamedFigures>> {
  const found = await figures.shown(question, tables);
  if (!found.ok) return found;
  const { tables: shown, digest } = found.value;
  const all = [...new Set(shown.flatMap(({ keys }) => keys))];
  const heading = await headingFor(figures, question, all);
  if (!heading.ok) return heading;
  const { head, nameOf } = heading.value;
  const used = shown.flatMap(({ columns }) => columns.map((id) => definitionUsed(id, question.period)));
  const named = new Map(all.map((key) => [key, { key, name: nameOf(key) }]));
  return ok({
    head: head(used, digest),
    tables: shown.map(({ table, columns, keys, figures }) => ({
      table,
      columns: columnsOf({ columns }, question),
      rows: keys.map((key) => named.get(key) ?? { key, name: key }),
      figures,
    })),
  });
}

/** Tables as pages show them and submissions freeze them. Refuses as `Figures.tables` does. */
export async function answerFigures(
  { figures, regions }: Pick<Deps, 'figures' | 'regions'>,
  question: Question,
  tables: readonly TableId[],
): Promise<Result<Reply>> {
  const named = await namedFigures(figures, question, tables);
  if (!named.ok) return named;
  const isBelow = ['region', 'province', 'city', 'county'].includes(question.by);
  const below = (key: string) => (isBelow && isRegionCode(key) && !regions.isLeaf(key) ? key : null);
  return ok({
    head: named.value.head,
    tables: named.value.tables.map(({ table, columns, rows, figures }) => ({
      table,
      columns,
      rows: rows.map(({ key, name }, at) => ({ key, name, below: below(key), values: figuresIn(figures, at + 1) })),
      total: figuresIn(figures, 0),
    })),
  });
}

function columnsOf({ columns }: Pick<PackedTally, 'columns'>, { period }: Question): FiguresTable['columns'] {
  return columns.flatMap((id) => {
    const found = indicator(id);
    if (found === null) return [];
    const { name, unit, digits } = found;
    return [{ id, name, unit, digits, version: versionIn(found, period).version }];
  });
}
