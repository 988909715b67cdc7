import type { StationId } from '../../../shared/station/station.ts';
import {
  type LedgerLine,
  type LineOutcome,
  ROW_KINDS,
  type RowCounts,
  type RowKind,
} from '../../store/port/ledgers.ts';
import type { Staged } from './answer.ts';
import type { Planned } from './plan.ts';
import type { LedgerPiece, ReadRow } from './row.ts';

/**
 * Rows of one transaction under one line, as they were read, each with its plan at the same place. Nobody looks at the rows of the
 * command line's ledgers one by one: kept so they cost a tenth of a line each, and none is read from its cells twice.
 */
export type Piece = { readonly rows: readonly ReadRow[]; readonly plans: readonly Staged[] };

/** What is left of a piece when its rows stand in the register: what became of them, and the stations it made. */
type PieceEnd = { readonly counts: RowCounts; readonly made: readonly StationId[] };

const NO_COUNTS: RowCounts = { refused: 0, flagged: 0, changed: 0, new: 0, same: 0 };

/** Null for a piece without rows. */
export function lineOfPiece({ rows, text }: LedgerPiece, plans: Piece['plans']): LedgerLine | null {
  const [first] = rows;
  if (first === undefined) return null;
  const cells = `{"rows":${text},"plans":${JSON.stringify(plans)}}`;
  return { number: first.number, cells, kind: null, plan: null, answer: null, outcome: null };
}

/** Null for the line of a single row, which always has a plan of its own once it may be committed. */
export function pieceOf({ plan, cells, outcome }: LedgerLine): Piece | null {
  if (plan !== null || outcome !== null) return null;
  const piece: Piece = JSON.parse(cells);
  return piece;
}

export function endOfPiece(number: number, kinds: readonly RowKind[], planned: readonly Planned[]): LineOutcome {
  const counts = { ...NO_COUNTS };
  for (const kind of kinds) counts[kind]++;
  const made = planned.flatMap((one) => (one.kind === 'fresh' ? [one.id] : []));
  const end: PieceEnd = { counts, made };
  return { number, kind: null, outcome: JSON.stringify(end) };
}

/** Of a line that stands for a piece and has ended, else null. */
export function pieceEndOf({ kind, plan, outcome }: LedgerLine): PieceEnd | null {
  if (kind !== null || plan !== null || outcome === null) return null;
  const end: PieceEnd = JSON.parse(outcome);
  return end;
}

export function addedCounts(one: RowCounts, other: RowCounts): RowCounts {
  const sum = { ...one };
  for (const kind of ROW_KINDS) sum[kind] += other[kind];
  return sum;
}
