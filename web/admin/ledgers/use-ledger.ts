import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Result } from '../../../shared/kernel/result.ts';
import { isRegionCode } from '../../../shared/station/region.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { NotAnswered, useAsk } from '../../desk/use-ask.tsx';
import type { Unanswered } from '../../platform/ask.ts';
import type { Ledger, LedgerRow } from './words.ts';

const AGAIN_MS = 1000;

/** A ledger, looked at again every second while something goes on behind it. */
export function useLedger(id: string) {
  const ask = useAsk();
  return useQuery<Ledger, NotAnswered>({
    queryKey: ['ledger', id],
    queryFn: async ({ signal }) => {
      const answer = await ask('ledger', { params: { id }, signal });
      if (!answer.ok) throw new NotAnswered(answer.refusal);
      return answer.value;
    },
    refetchInterval: ({ state }) => (isMoving(state.data) ? AGAIN_MS : false),
  });
}

export function isMoving(ledger: Ledger | undefined): boolean {
  return ledger?.state === 'planning' || ledger?.state === 'committing';
}

export type RowsAsked = { readonly kind: string; readonly order: 'problems' | 'file'; readonly page: number };

/** Rows of the preview that is looked at; a newer one is asked for by its version. */
export function useRows(ledger: Ledger, asked: RowsAsked) {
  const ask = useAsk();
  const { id, version, state } = ledger;
  return useQuery({
    queryKey: ['ledgerRows', id, version, state, asked],
    queryFn: async ({ signal }) => {
      const query = { kind: asked.kind, order: asked.order, page: String(asked.page) };
      const answer = await ask('ledgerRows', { params: { id }, query, signal });
      if (!answer.ok) throw new NotAnswered(answer.refusal);
      return answer.value;
    },
    placeholderData: (before) => before,
  });
}

type Typed = readonly { readonly column: number; readonly text: string }[];
export type Edits = ReturnType<typeof useEdits>;

/** What a clerk changes of a ledger. `fault`: the sentence of what went wrong last, with the row it went wrong at. */
export function useEdits(ledger: Ledger) {
  const ask = useAsk();
  const queries = useQueryClient();
  const [busyRow, setBusy] = useState<number | null>(null);
  const [fault, setFault] = useState<{ readonly row: number | null; readonly text: string } | null>(null);
  const { id, version } = ledger;
  const take = async (row: number | null, asking: Promise<Result<Ledger, Unanswered>>): Promise<boolean> => {
    setBusy(row);
    const answer = await asking;
    setBusy(null);
    setFault(answer.ok ? null : { row, text: unansweredText(answer.refusal) });
    if (answer.ok) queries.setQueryData(['ledger', id], answer.value);
    else await queries.invalidateQueries({ queryKey: ['ledger', id] });
    return answer.ok;
  };
  const send = (row: LedgerRow, cells: Typed, answer: Answer | null) =>
    take(
      row.number,
      ask('ledgerRow', { params: { id }, body: { version, row: row.number, cells: [...cells], answer } }),
    );
  return {
    busyRow,
    fault,
    /** How its coordinates are read now. */
    datumRead: ledger.datum.read ?? 'gcj02',
    /** The division its union is of; null for a town’s or an industry’s. */
    region: isRegionCode(ledger.union.id) ? ledger.union.id : null,
    /** The answer given before stays: what is typed is another matter. */
    type: (row: LedgerRow, cells: Typed) => send(row, cells, answerOf(row)),
    answer: (row: LedgerRow, answer: Answer | null) => send(row, [], answer),
    datum: (datum: Ledger['datum']['said']) =>
      take(null, ask('ledgerDatum', { params: { id }, body: { version, datum } })),
  };
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
