import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { newId } from '../../platform/ids.ts';
import type { EntryShown } from './words.ts';

/** Takes an entry back; answers the sentence of what went wrong, or null. The same reason said again is the same command. */
export function useWithdrawing(entry: EntryShown): (reason: string) => Promise<string | null> {
  const ask = useAsk();
  const queries = useQueryClient();
  const open = useRef<{ readonly reason: string; readonly id: string } | null>(null);
  return async (reason) => {
    const id = open.current?.reason === reason ? open.current.id : newId(window.crypto);
    open.current = { reason, id };
    const body = { id, basedOn: entry.rev, reason };
    const answer = await ask('entryWithdraw', { params: { id: entry.id }, body });
    if (answer.ok || answer.refusal.kind === 'refused') {
      open.current = null;
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    }
    return answer.ok ? null : unansweredText(answer.refusal);
  };
}
