import { mayDo } from '../../../shared/actor/may.ts';
import type { Union } from '../../../shared/actor/union-edit.ts';
import { dateText } from '../../../shared/kernel/instant.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { lastDayOf, type Period, periodWords } from '../../../shared/stats/period.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import { LATE_MOST } from '../../../shared/wire/routes/submissions.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { SubmissionLine } from '../../store/port/submissions.ts';
import type { UnionBook } from '../unions/book.ts';
import { dueOf, dueText, isLate, isOver, periodsShown, type Reckoning, reportingBelow, reports } from './calendar.ts';

type Board = RouteReply<'submissions'>;
type Cell = Board['own'][number];
const CLOSING = 'stock.closing';

export function submissionBoard({ store, unions, now }: Deps): Act<'submissions'> {
  return async ({ query, who }) => {
    const book = await unions.current();
    const top = query.union ?? who.actor.union;
    const allowed = mayDo(who.actor, 'read-figures', { id: null, union: top, tree: book.tree });
    if (!allowed.ok) return allowed;
    const reckoning: Reckoning = { book, at: now(), begunAt: await store.begunAt() };
    const periods = periodsShown(reckoning, query.kind);
    const [own, below] = [
      await store.submissionLines({ top, of: 'own', periods }),
      await store.submissionLines({ top, of: 'below', periods }),
    ];
    const union = book.get(top);
    const isReporting = union !== null && reports(union);
    return ok({
      union: named(book, top),
      above: union?.parent ? named(book, union.parent) : null,
      path: pathTo(book, who.actor.union, top),
      periods: periods.map((period) => ({
        period,
        words: periodWords(period),
        endsOn: dateText(lastDayOf(period)),
        isOver: isOver(period, reckoning.at),
      })),
      own: isReporting ? cellsOf(reckoning, { union: top, periods, lines: own }) : [],
      below: rowsBelow(reckoning, { top, periods, lines: below }),
      late: await lateIn({ store }, reckoning, { top, periods }),
      serverTime: reckoning.at,
    });
  };
}

export function named(book: UnionBook, id: UnionId): { readonly id: string; readonly name: string } {
  return { id, name: book.get(id)?.name ?? '' };
}

/** From the asker's own union down to another one of the branch. */
function pathTo(book: UnionBook, own: UnionId, top: UnionId): Board['path'] {
  const path: { readonly id: string; readonly name: string }[] = [];
  for (let id: UnionId | null = top; id !== null; id = id === own ? null : (book.get(id)?.parent ?? null)) {
    path.unshift(named(book, id));
  }
  return path;
}

type Row = { readonly union: UnionId; readonly periods: readonly Period[]; readonly lines: readonly SubmissionLine[] };

function cellsOf(reckoning: Reckoning, { union, periods, lines }: Row): readonly Cell[] {
  const byPeriod = new Map(lines.filter((line) => line.union === union).map((line) => [line.period, line]));
  return periods.map((period) => {
    const line = byPeriod.get(period);
    const state = line?.state ?? 'open';
    return {
      period,
      state,
      dueOn: dueText(reckoning, union, period),
      isLate: isLate(reckoning, { union, period, state }),
      submittedAt: line?.submittedAt ?? null,
      signedAt: line?.signedAt ?? null,
      closing: line?.totals[CLOSING] ?? null,
    };
  });
}

type Below = Omit<Row, 'union'> & { readonly top: UnionId };

/** Most periods late first, then by id. */
function rowsBelow(reckoning: Reckoning, { top, periods, lines }: Below): Board['below'] {
  const byUnion = new Map<UnionId, SubmissionLine[]>();
  for (const line of lines) byUnion.set(line.union, [...(byUnion.get(line.union) ?? []), line]);
  const rows = reportingBelow(reckoning.book, top).map(({ id, name }) => ({
    union: { id, name },
    below: reportingBelow(reckoning.book, id).length > 0,
    cells: cellsOf(reckoning, { union: id, periods, lines: byUnion.get(id) ?? [] }),
  }));
  const late = ({ cells }: (typeof rows)[number]) => cells.filter((one) => one.isLate).length;
  return rows.sort((a, b) => late(b) - late(a) || (a.union.id < b.union.id ? -1 : 1));
}

/** Of the newest period that is over. */
async function lateIn(
  { store }: Pick<Deps, 'store'>,
  reckoning: Reckoning,
  { top, periods }: { readonly top: UnionId; readonly periods: readonly Period[] },
): Promise<Board['late']> {
  const { book, at } = reckoning;
  const period = periods.find((one) => isOver(one, at));
  if (period === undefined) return { period: null, count: 0, unions: [] };
  const lines = await store.submissionLines({ top, of: 'branch', periods: [period] });
  const states = new Map(lines.map(({ union, state }) => [union, state]));
  const late = [...book.branchOf(top)]
    .flatMap((id) => book.get(id) ?? [])
    .filter(reports)
    .filter(({ id }) => isLate(reckoning, { union: id, period, state: states.get(id) ?? 'open' }))
    .sort((a, b) => dueOf(reckoning, a.id, period) - dueOf(reckoning, b.id, period) || (a.id < b.id ? -1 : 1));
  return {
    period,
    count: late.length,
    unions: late.slice(0, LATE_MOST).map((union) => lateOne(reckoning, union, period)),
  };
}

function lateOne(reckoning: Reckoning, { id, name, parent }: Union, period: Period): Board['late']['unions'][number] {
  const under = parent === null ? '' : (reckoning.book.get(parent)?.name ?? '');
  return { id, name, under, dueOn: dueText(reckoning, id, period) };
}
