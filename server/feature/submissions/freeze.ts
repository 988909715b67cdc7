import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { TABLES } from '../../../shared/stats/definition.ts';
import { type Period, periodBefore } from '../../../shared/stats/period.ts';
import type { AsOf, Question } from '../../../shared/stats/question.ts';
import type { Frozen, Submission, Warning } from '../../../shared/stats/submission.ts';
import { warningsOf } from '../../../shared/stats/submission-warnings.ts';
import type { Deps } from '../../deps.ts';
import { answerFigures } from './answer.ts';
import { answerMoments } from '../inbox/overdue.ts';
import type { UnionBook } from '../unions/book.ts';
import { reportingBelow } from './calendar.ts';

type Which = { readonly union: UnionId; readonly period: Period };
export type Made = { readonly frozen: Frozen; readonly warnings: readonly Warning[] };

/** What is handed in: all tables of real stations by the divisions right below, as known at `asOf`. */
export async function freeze(
  deps: Deps,
  { union, period }: Which,
  at: { readonly asOf: AsOf; readonly openingAsOf: AsOf | null },
): Promise<Result<Frozen>> {
  const question: Question = {
    period,
    asOf: at.asOf,
    union,
    region: null,
    by: 'region',
    divisions: 'then',
    stations: 'real',
    openingAsOf: at.openingAsOf,
  };
  const answered = await answerFigures(deps, question, TABLES);
  if (!answered.ok) return answered;
  const { head, tables } = answered.value;
  return ok({ ...at, tables, definitions: head.definitions, hash: head.hash });
}

/** The same, with what is odd about it. */
export async function makeSubmission(
  deps: Deps,
  book: UnionBook,
  { union, period, asOf }: Which & { readonly asOf: AsOf },
): Promise<Result<Made>> {
  const before = await deps.store.submission(union, periodBefore(period));
  const signed = before?.state === 'signed' ? before : null;
  const frozen = await freeze(deps, { union, period }, { asOf, openingAsOf: signed?.frozen.asOf ?? null });
  if (!frozen.ok) return frozen;
  const { overdue } = await deps.store.inboxCounts(union, answerMoments(book, union, deps.now()));
  const warnings = warningsOf({
    tables: frozen.value.tables,
    lastClosing: signed === null ? null : closingOf(signed),
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
