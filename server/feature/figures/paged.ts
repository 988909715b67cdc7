import type { FiguresRefusal } from '../../../shared/kernel/refused-figures.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { indicator } from '../../../shared/stats/definitions/all.ts';
import { type KeptTally, keepBack } from '../../../shared/stats/keep-back.ts';
import type { Cell, Figure, Question } from '../../../shared/stats/question.ts';
import type { Source } from '../../../shared/stats/run.ts';
import { figuresOf, tally } from '../../../shared/stats/tally.ts';
import type { CountedPage, DifferencePage, Figures, Page } from './figures.ts';
import { countedIn, differenceIn } from './fold.ts';
import { countedPage, differencePage } from './pages.ts';

type Answered<T> = Result<T, FiguresRefusal>;
type Comparing = Parameters<Figures['differencePage']>[0];

/** Lists kept for who asks for their next page. */
const KEPT = 2;
const lists = new WeakMap<Source['chronicle'], Map<string, unknown>>();

/** The same question has the same answer, so a list that was made once need not be made again for each of its pages. */
function remembered<T>({ chronicle }: Source, asked: unknown, make: () => T): T {
  const known = lists.get(chronicle) ?? new Map<string, unknown>();
  lists.set(chronicle, known);
  const key = JSON.stringify(asked);
  // Under a key stands what this call makes of it, whoever made it first.
  const held = known.has(key) ? (known.get(key) as T) : make();
  known.delete(key);
  known.set(key, held);
  for (const [oldest] of known) if (known.size > KEPT) known.delete(oldest);
  return held;
}

export function countedPageIn(
  source: Source,
  asked: { readonly question: Question; readonly cell: Cell },
  page: Page,
): Answered<CountedPage> {
  const { question, cell } = asked;
  const found = remembered(source, ['counted', asked], () => {
    const counted = countedIn(source, question, cell);
    return counted.ok ? ok({ counted: counted.value, figure: figureIn(source, question, cell) }) : counted;
  });
  if (!found.ok) return found;
  const of = indicator(cell.indicator);
  if (of === null) return refuse({ kind: 'indicator-unknown', indicator: cell.indicator });
  return ok(countedPage(of, found.value, page));
}

export function differencePageIn(
  source: Source,
  asked: Comparing,
  page: Parameters<Figures['differencePage']>[1],
): Answered<DifferencePage> {
  const { question, against, cell } = asked;
  const found = remembered(source, ['difference', asked], () => {
    const stations = differenceIn(source, asked);
    if (!stations.ok) return stations;
    const [figure, other] = [figureIn(source, question, cell), figureIn(source, against, cell)];
    return ok({ stations: stations.value, figure, against: other });
  });
  if (!found.ok) return found;
  const of = indicator(cell.indicator);
  if (of === null) return refuse({ kind: 'indicator-unknown', indicator: cell.indicator });
  return ok(differencePage(of, found.value, page));
}

/** What the table shows in a cell; null where it has no such row. */
function figureIn(source: Source, question: Question, cell: Cell): Figure {
  const of = indicator(cell.indicator);
  if (of?.ofPeople === true) {
    const [table] = tally(source, question, [of.table]).map((one) => keepBack(one, question.period));
    const column = table?.columns.indexOf(of.id) ?? -1;
    return valuesIn(table, cell)?.[column] ?? null;
  }
  return valuesIn(figuresOf(source, question, [cell.indicator]), cell)?.[0] ?? null;
}

type Table = Pick<KeptTally, 'rows' | 'total'>;

function valuesIn(table: Table | undefined, { row }: Cell): readonly Figure[] | undefined {
  return row === null ? table?.total : table?.rows.find(({ key }) => key === row)?.values;
}
