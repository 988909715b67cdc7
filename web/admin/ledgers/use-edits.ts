import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { isRegionCode } from '../../../shared/station/region.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import type { Ask, Unanswered } from '../../platform/ask.ts';
import { AGAIN_MS, type RowsAsked, rowsQuestion } from './use-ledger.ts';
import type { Ledger, LedgerRow } from './words.ts';

type Typed = readonly { readonly column: number; readonly text: string }[];
/** Which preview the rows on the screen are of. */
type Shown = { readonly version: number; readonly asked: RowsAsked };
type Answered = Result<Ledger, Unanswered>;
/** One change, made to the ledger as it is known when its turn comes. */
type Act = (known: Ledger) => Promise<Answered>;
export type Edits = ReturnType<typeof useEdits>;

/** What a clerk changes of a ledger. `fault`: the sentence of what went wrong last, with the row it went wrong at. */
export function useEdits(ledger: Ledger, shown: Shown | undefined) {
  const ask = useAsk();
  const { take, waiting, fault } = useTurns(ledger);
  const { id } = ledger;
  const send = (row: LedgerRow, cells: Typed, answer: Answer | null) => {
    const isSame = cells.length > 0 ? sameCells(row) : sameRow(row);
    return take(row.number, async (known) => {
      const version = await versionFor(ask, { ledger: known, shown, number: row.number, isSame });
      if (!version.ok) return version;
      const body = { version: version.value, row: row.number, cells: [...cells], answer };
      return ask('ledgerRow', { params: { id }, body });
    });
  };
  return {
    fault,
    isBusy: waiting.length > 0,
    isBusyAt: (row: number) => waiting.includes(row),
    /** How its coordinates are read now. */
    datumRead: ledger.datum.read ?? 'gcj02',
    /** The division its union is of; null for a town’s or an industry’s. */
    region: isRegionCode(ledger.union.id) ? ledger.union.id : null,
    /** The answer given before stays: what is typed is another matter. */
    type: (row: LedgerRow, cells: Typed) => send(row, cells, answerOf(row)),
    answer: (row: LedgerRow, answer: Answer | null) => send(row, [], answer),
    datum: (datum: Ledger['datum']['said']) =>
      take(null, () => ask('ledgerDatum', { params: { id }, body: { version: ledger.version, datum } })),
  };
}

/** One change after another: each is followed by a new preview, and whoever works fast need not wait for it. */
function useTurns(ledger: Ledger) {
  const queries = useQueryClient();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const [waiting, wait] = useState<readonly (number | null)[]>([]);
  const [fault, setFault] = useState<{ readonly row: number | null; readonly text: string } | null>(null);
  const queryKey = ['ledger', ledger.id];
  const turn = async (row: number | null, act: Act): Promise<boolean> => {
    const answer = await act(queries.getQueryData<Ledger>(queryKey) ?? ledger);
    wait((rows) => rows.filter((_, at) => at !== rows.indexOf(row)));
    // What went wrong at another row is still to be read there.
    if (answer.ok) {
      setFault((before) => (before?.row === row || before?.row === null ? null : before));
      queries.setQueryData(queryKey, answer.value);
    } else {
      setFault({ row, text: unansweredText(answer.refusal) });
      await queries.invalidateQueries({ queryKey });
    }
    return answer.ok;
  };
  const take = (row: number | null, act: Act): Promise<boolean> => {
    wait((rows) => [...rows, row]);
    const mine = last.current.then(() => turn(row, act));
    last.current = mine;
    return mine;
  };
  return { take, waiting, fault };
}

type Change = {
  readonly ledger: Ledger;
  readonly shown: Shown | undefined;
  readonly number: number;
  readonly isSame: (now: LedgerRow) => boolean;
};

/**
 * The preview a change is good for: the newest while its row is in it as it was on the screen, else the one that was on the screen,
 * so that the server says that it is a past one.
 */
async function versionFor(ask: Ask, { ledger, shown, number, isSame }: Change): Promise<Result<number, Unanswered>> {
  const now = ledger.state === 'planning' ? await planned(ask, ledger.id) : ok(ledger);
  if (!now.ok) return now;
  const { id, version } = now.value;
  if (shown === undefined || shown.version === version) return ok(version);
  const rows = await ask('ledgerRows', rowsQuestion(id, shown.asked));
  if (!rows.ok) return rows;
  const row = rows.value.items.find((one) => one.number === number);
  return ok(row !== undefined && isSame(row) ? version : shown.version);
}

async function planned(ask: Ask, id: string): Promise<Answered> {
  for (;;) {
    const now = await ask('ledger', { params: { id } });
    if (!now.ok || now.value.state !== 'planning') return now;
    await new Promise((wake) => window.setTimeout(wake, AGAIN_MS));
  }
}

function sameRow(row: LedgerRow): (now: LedgerRow) => boolean {
  const seen = JSON.stringify(row);
  return (now) => JSON.stringify(now) === seen;
}

/** What is typed is about a row's own cells, whatever is now thought of them. */
function sameCells({ cells }: LedgerRow): (now: LedgerRow) => boolean {
  const texts = (of: LedgerRow['cells']) => JSON.stringify(of.map(({ text }) => text));
  const seen = texts(cells);
  return (now) => texts(now.cells) === seen;
}

export type Answer =
  | { readonly kind: 'separate' | 'centre' | 'skip' }
  | { readonly kind: 'same'; readonly code: string }
  | { readonly kind: 'keep'; readonly fields: string[] };

/** A row put right is asked anew, but what stays and what is left out stays so. */
function answerOf({ answer }: LedgerRow): Answer | null {
  if (answer?.kind === 'keep') return { kind: 'keep', fields: [...answer.fields] };
  return answer?.kind === 'skip' ? { kind: 'skip' } : null;
}
