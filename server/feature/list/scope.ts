import type { Actor } from '../../../shared/actor/actor.ts';
import { mayDo, type Task } from '../../../shared/actor/may.ts';
import { type Day, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Settings } from '../../../shared/station/settings.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { UnionBook } from '../unions/book.ts';
import type { Judging } from './match.ts';
import type { ListRows } from './rows.ts';

/** What an account may see of the list: its branch, or the stations it is named for. */
export type Scope = { readonly unions: ReadonlySet<UnionId>; readonly stations: ReadonlySet<StationId> | null };

/** Refuses `not-permitted` where an account may do the task nowhere. */
export function scopeOf(actor: Actor, task: Task, book: UnionBook): Result<Scope> {
  const { tree } = book;
  const whole = mayDo(actor, task, { id: null, union: actor.union, tree });
  if (whole.ok) return ok({ unions: branchOf(book, actor.union), stations: null });
  const named = mayDo(actor, task, { id: actor.stations[0] ?? null, union: actor.union, tree });
  return named.ok ? ok({ unions: branchOf(book, actor.union), stations: new Set(actor.stations) }) : named;
}

/** Everything a question is judged by. */
export function judging(
  rows: ListRows,
  { scope, within, book, at }: { scope: Scope; within: UnionId | null; book: UnionBook; at: Instant },
): Judging {
  const own = numbersOf(rows, scope.unions);
  const named = within === null ? null : numbersOf(rows, branchOf(book, within));
  const unionOf = (row: number): number => rows.wholes.union[row] ?? 0;
  const { stations } = scope;
  const settings = settingsOf(rows, book, at);
  return {
    today: dayOf(at),
    mine: (row) => own[unionOf(row)] === 1 && (stations?.has(idOf(rows, row)) ?? true),
    named: named === null ? null : (row) => named[unionOf(row)] === 1,
    oldDays: (row) => settings(unionOf(row))['hours-old-days'],
    nearMetres: (row) => settings(unionOf(row))['duplicate-metres'],
  };
}

function idOf({ ids }: ListRows, row: number): StationId {
  const id = ids[row];
  if (id === undefined) throw new Error(`the list has no row ${row}`);
  return id;
}

/** By the number of a union in the rows: 1 for each of these. */
function numbersOf({ words }: ListRows, unions: ReadonlySet<UnionId>): Uint8Array {
  const marks = new Uint8Array(words.union.size);
  for (const union of unions) {
    const number = words.union.find(union);
    if (number > 0) marks[number] = 1;
  }
  return marks;
}

const branches = new WeakMap<UnionBook, Map<UnionId, ReadonlySet<UnionId>>>();

function branchOf(book: UnionBook, top: UnionId): ReadonlySet<UnionId> {
  const held = branches.get(book) ?? new Map<UnionId, ReadonlySet<UnionId>>();
  branches.set(book, held);
  const branch = held.get(top) ?? book.branchOf(top);
  held.set(top, branch);
  return branch;
}

type Looked = { readonly today: Day; readonly byUnion: Map<string, Settings> };
const looked = new WeakMap<UnionBook, Looked>();

/** The settings of a row's union, looked up once a day for each. */
function settingsOf({ words }: ListRows, book: UnionBook, at: Instant): (union: number) => Settings {
  const held = looked.get(book);
  const known = held?.today === dayOf(at) ? held : { today: dayOf(at), byUnion: new Map<string, Settings>() };
  looked.set(book, known);
  const seen: Settings[] = [];
  return (number) => {
    const again = seen[number];
    if (again !== undefined) return again;
    const union = words.union.text(number);
    const found = known.byUnion.get(union) ?? book.settingsOf(union as UnionId, at);
    known.byUnion.set(union, found);
    seen[number] = found;
    return found;
  };
}
