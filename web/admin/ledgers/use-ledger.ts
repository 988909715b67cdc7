import { useQuery } from '@tanstack/react-query';
import { NotAnswered, useAsk } from '../../desk/use-ask.tsx';
import type { Question } from '../../platform/ask.ts';
import type { Ledger } from './words.ts';

/** While something goes on behind a ledger it is looked at this often. */
export const AGAIN_MS = 1000;

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

export function rowsQuestion(id: string, { kind, order, page }: RowsAsked): Question<'ledgerRows'> {
  return { params: { id }, query: { kind, order, page: String(page) } };
}

/** Rows of the preview that is looked at, and which one it was; a newer one is asked for by its version. */
export function useRows(ledger: Ledger, asked: RowsAsked) {
  const ask = useAsk();
  const { id, version, state } = ledger;
  return useQuery({
    queryKey: ['ledgerRows', id, version, state, asked],
    queryFn: async ({ signal }) => {
      const answer = await ask('ledgerRows', { ...rowsQuestion(id, asked), signal });
      if (!answer.ok) throw new NotAnswered(answer.refusal);
      return { ...answer.value, version, asked };
    },
    placeholderData: (before) => before,
  });
}
