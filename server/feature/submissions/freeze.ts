import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { TABLES } from '../../../shared/stats/definition.ts';
import { type Period, periodBefore } from '../../../shared/stats/period.ts';
import type { AsOf, Question } from '../../../shared/stats/question.ts';
import type { Frozen, Submission, Warning } from '../../../shared/stats/submission.ts';
import { warningsOf } from '../../../shared/stats/submission-warnings.ts';
import type { Deps } from '../../deps.ts';
import { answerFigures } from '../figures/answer.ts';
import { questionSaid } from '../figures/question.ts';
import { answerMoments } from '../inbox/overdue.ts';
import type { UnionBook } from '../unions/book.ts';
import { reportingBelow } from './calendar.ts';

type Which = { readonly union: UnionId; readonly period: Period };
export type Made = { readonly frozen: Frozen; readonly warnings: readonly Warning[] };

/** All tables of real stations, by the divisions right below as they were then. */
const ASKED = { region: null, by: 'region', divisions: 'then', stations: 'real' } as const;

/** The figures of one period as they were handed in, or reckoned again: the same question has the same answer. */
export async function freeze(
  deps: Deps,
  { union, period }: Which,
  { asOf, openingAsOf }: { readonly asOf: AsOf; readonly openingAsOf: AsOf | null },
): Promise<Result<Frozen>> {
  return answered(deps, { ...ASKED, union, period, asOf, openingAsOf });
}

async function answered(deps: Deps, question: Question): Promise<Result<Frozen>> {
  const answer = await answerFigures(deps, question, TABLES);
  if (!answer.ok) return answer;
  const { head, tables } = answer.value;
  const { asOf, openingAsOf } = question;
  return ok({ asOf, openingAsOf, tables, definitions: head.definitions, hash: head.hash });
}

/** What would be handed in with what is known up to a row of history, and what is odd about it. */
export async function makeSubmission(
  deps: Deps,
  book: UnionBook,
  { union, period, seq }: Which & { readonly seq: number },
): Promise<Result<Made>> {
  const question = await questionSaid(deps, { ...ASKED, union, period, asOf: String(seq) });
  if (!question.ok) return question;
  const frozen = await answered(deps, question.value);
  if (!frozen.ok) return frozen;
  const before = await deps.store.submission(union, periodBefore(period));
  const { overdue } = await deps.store.inboxCounts(union, answerMoments(book, union, deps.now()));
  const warnings = warningsOf({
    tables: frozen.value.tables,
    lastClosing: before?.state === 'signed' ? closingOf(before) : null,
    missing: await missingBelow(deps, book, { union, period }),
    overdue,
  });
  return ok({ frozen: frozen.value, warnings });
}

function closingOf({ frozen }: Submission): number | null {
  const stock = frozen.tables.find(({ table }) => table === 'stock');
  const closing = stock?.total[stock.columns.findIndex(({ id }) => id === 'stock.closing')];
  return typeof closing === 'number' ? closing : null;
}

async function missingBelow({ store }: Deps, book: UnionBook, { union, period }: Which): Promise<readonly string[]> {
  const lines = await store.submissionLines({ top: union, of: 'below', periods: [period] });
  const signed = new Set(lines.filter(({ state }) => state === 'signed').map((line) => line.union));
  return reportingBelow(book, union)
    .filter(({ id }) => !signed.has(id))
    .map(({ name }) => name);
}
