import type { Ledger, LedgerLine, LineOutcome } from '../../store/port/ledgers.ts';
import type { Store } from '../../store/port.ts';
import type { NamedDatum } from './columns.ts';
import { hoursReader } from './facts.ts';
import { linesReader } from './lines.ts';
import { endOfPiece, type Piece, pieceOf } from './piece.ts';
import type { Atlas } from './placed.ts';
import { type Again, type Planned, planAgain } from './plan.ts';
import type { Outcome } from './run.ts';
import { answerOf, type Ended, planOf } from './staged.ts';

/** Rows of the next transaction. `ended`: what became of them as their lines keep it. */
export type Waiting = {
  readonly planned: readonly Planned[];
  /** Lines up to here were handed out. */
  readonly after: number;
  readonly ended: (outcomes: readonly Outcome[]) => readonly LineOutcome[];
};

type Parts = { readonly store: Store; readonly atlas: Atlas; readonly chunk: number };

/** Asks for the rows of a ledger that have no outcome yet, some at a time; null behind the last. */
export function waitingRows(
  ledger: Ledger,
  { store, atlas, chunk }: Parts,
): (after: number) => Promise<Waiting | null> {
  const read = linesReader(ledger.titles, atlas);
  const context = { datum: datumRead(ledger), readHours: hoursReader() };
  // One line of the command's is a piece of many rows.
  const limit = ledger.door === 'command' ? 1 : chunk;
  return async (after) => {
    const lines = await store.linesAfter(ledger.id, { after, limit, pending: true });
    const last = lines[lines.length - 1];
    if (!last) return null;
    const piece = pieceOf(last);
    if (piece !== null) return ofPiece(last, piece, context);
    const planned = lines.map((line) => planAgain(read(line), planOf(line), { context, answer: answerOf(line) }));
    return { planned, after: last.number, ended: (outcomes) => outcomes.map(lineOutcome) };
  };
}

function ofPiece({ number }: LedgerLine, { rows, plans }: Piece, context: Again): Waiting {
  const planned = rows.flatMap((row, at) => {
    const plan = plans[at];
    return plan === undefined ? [] : [planAgain(row, plan, { context, answer: null })];
  });
  const kindsOf = (outcomes: readonly Outcome[]) => outcomes.map(({ kind }) => kind);
  return { planned, after: number, ended: (outcomes) => [endOfPiece(number, kindsOf(outcomes), planned)] };
}

/** How the coordinates of a planned ledger are read. */
export function datumRead({ datum }: Ledger): NamedDatum {
  return datum.read === 'wgs84' || datum.read === 'bd09' ? datum.read : 'gcj02';
}

function lineOutcome({ number, kind, code, flags, notes, refusal }: Outcome): LineOutcome {
  const ended: Ended = { code, flags, notes, refusal };
  return { number, kind, outcome: JSON.stringify(ended) };
}
