import { ok, type Result } from '../../../shared/kernel/result.ts';
import { isRegionCode } from '../../../shared/station/region.ts';
import type { TableId } from '../../../shared/stats/definition.ts';
import { indicator, versionIn } from '../../../shared/stats/definitions/all.ts';
import type { KeptTally } from '../../../shared/stats/keep-back.ts';
import type { Question } from '../../../shared/stats/question.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import { definitionUsed, headingFor } from './head.ts';

type Reply = RouteReply<'figures'>;
type FiguresTable = Reply['tables'][number];

/**
 * Tables as pages show them, files hold them and submissions freeze them: computed, named, small figures of people kept back, and sealed
 * by a hash. Refuses as `Figures.tables` does.
 */
export async function answerFigures(
  { figures, regions }: Pick<Deps, 'figures' | 'regions'>,
  question: Question,
  tables: readonly TableId[],
): Promise<Result<Reply>> {
  const found = await figures.shown(question, tables);
  if (!found.ok) return found;
  const { tables: shown, digest } = found.value;
  const keys = [...new Set(shown.flatMap(({ rows }) => rows.map(({ key }) => key)))];
  const heading = await headingFor(figures, question, keys);
  if (!heading.ok) return heading;
  const { head, nameOf } = heading.value;
  const used = shown.flatMap(({ columns }) => columns.map((id) => definitionUsed(id, question.period)));
  const isBelow = ['region', 'province', 'city', 'county'].includes(question.by);
  const below = (key: string) => (isBelow && isRegionCode(key) && !regions.isLeaf(key) ? key : null);
  return ok({
    head: head(used, digest),
    tables: shown.map((table) => tableView(table, question, { nameOf, below })),
  });
}

type Rows = {
  readonly nameOf: (key: string) => string;
  /** The code under which one can look further down, or null. */
  readonly below: (key: string) => string | null;
};

function tableView({ table, columns, rows, total }: KeptTally, { period }: Question, of: Rows): FiguresTable {
  return {
    table,
    columns: columns.flatMap((id) => {
      const found = indicator(id);
      if (found === null) return [];
      const { name, unit, digits } = found;
      return [{ id, name, unit, digits, version: versionIn(found, period).version }];
    }),
    rows: rows.map(({ key, values }) => ({ key, name: of.nameOf(key), below: of.below(key), values: [...values] })),
    total: [...total],
  };
}
