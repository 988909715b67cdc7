import type { Union } from '../../../shared/actor/union-edit.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { QUALITY_KINDS, type QualityKind } from '../../../shared/stats/quality-kind.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { UnionBook } from '../unions/book.ts';
import { type Asked, askQuality, countedRows } from './asked.ts';
import { counts, isDoubtful } from './kinds.ts';
import { openPairs } from './pairs.ts';
import type { QualityModel } from './pass.ts';

type Board = RouteReply<'quality'>;
type Counts = { [K in QualityKind]: number };
type Tally = { total: number; readonly counts: Counts };

export function qualityBoard(deps: Deps, quality: QualityModel): Act<'quality'> {
  return async ({ query, who }) => {
    const found = await askQuality({ ...deps, quality }, who, query);
    if (!found.ok) return found;
    const asked = found.value;
    const { book, top, pass } = asked;
    const below = book.below(top).filter(({ closedOn }) => closedOn === null);
    const { whole, parts } = tallies(asked, below);
    const { open, answered } = await openPairs(deps, asked);
    return ok({
      union: nameOf(book, top),
      path: pathTo(book, who.actor.union, top),
      seq: pass.state.seq,
      stations: query.stations,
      total: whole.total,
      leftOut: leftOutOf(asked),
      counts: whole.counts,
      pairs: { open: open.length, answered },
      below: below
        .map(({ id, name }) => ({
          union: { id, name },
          below: book.below(id).length > 0,
          ...(parts.get(id) ?? nothing()),
        }))
        .sort((a, b) => weight(b) - weight(a) || (a.union.id < b.union.id ? -1 : 1)),
      serverTime: asked.at,
    });
  };
}

function nameOf(book: UnionBook, id: UnionId): { readonly id: string; readonly name: string } {
  return { id, name: book.get(id)?.name ?? '' };
}

function pathTo(book: UnionBook, own: UnionId, top: UnionId): Board['path'] {
  const parent = top === own ? null : (book.get(top)?.parent ?? null);
  return [...(parent === null ? [] : pathTo(book, own, parent)), nameOf(book, top)];
}

function nothing(): Tally {
  return { total: 0, counts: Object.fromEntries(QUALITY_KINDS.map((kind) => [kind, 0])) as Counts };
}

/** One pass over the rows: of the whole, and of each union right below with its branch. */
function tallies(
  asked: Asked,
  below: readonly Union[],
): { readonly whole: Tally; readonly parts: Map<UnionId, Tally> } {
  const whole = nothing();
  const parts = new Map(below.map(({ id }) => [id, nothing()]));
  const partOf = partsByUnion(asked, parts);
  const { rows } = asked.pass.state;
  for (const row of countedRows(asked)) {
    const part = partOf[rows.wholes.union[row] ?? 0];
    whole.total += 1;
    if (part) part.total += 1;
    for (const kind of QUALITY_KINDS) {
      if (!isDoubtful(asked.pass, row, { kind, judging: asked.judging })) continue;
      whole.counts[kind] += 1;
      if (part) part.counts[kind] += 1;
    }
  }
  return { whole, parts };
}

/** By the number of a union in the rows, the tally of the branch it is in; undefined for the union at the top itself. */
function partsByUnion({ book, pass }: Asked, parts: ReadonlyMap<UnionId, Tally>): readonly (Tally | undefined)[] {
  const { union } = pass.state.rows.words;
  const found: (Tally | undefined)[] = [];
  for (const [id, tally] of parts) {
    for (const inside of book.branchOf(id)) {
      const number = union.find(inside);
      if (number > 0) found[number] = tally;
    }
  }
  return found;
}

function leftOutOf({ pass, judging: { mine }, sort }: Asked): number {
  const other = sort === 'real' ? 'synthetic' : 'real';
  const { rows } = pass.state;
  let count = 0;
  for (let row = 0; row < rows.size; row++) if (counts(pass, row, other) && mine(row)) count += 1;
  return count;
}

/** Doubts for each station; who has no station comes last. */
function weight({ total, counts: found }: Pick<Board['below'][number], 'total' | 'counts'>): number {
  if (total === 0) return -1;
  return QUALITY_KINDS.reduce((sum, kind) => sum + (kind === 'imported' ? 0 : (found[kind] ?? 0)), 0) / total;
}
