import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Result } from '../../../shared/kernel/result.ts';
import type { CommandAsk } from '../../../shared/wire/command-body.ts';
import type { Reply, Unanswered } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import { useAsk } from '../use-ask.tsx';
import { useFresh } from '../use-fresh.ts';

type Asked = Omit<CommandAsk, 'id'>;
export type Commanded = Result<Reply<'command'>, Unanswered>;

/**
 * Takes a step on a station. Asked once more with the same words after nobody answered, it is the same command, so that it is
 * done once. After it everything on the screen is asked anew.
 */
export function useCommand(): (asked: Asked) => Promise<Commanded> {
  const ask = useAsk();
  const fresh = useFresh();
  const queries = useQueryClient();
  const open = useRef<{ readonly words: string; readonly id: string } | null>(null);
  return async (asked) => {
    const words = JSON.stringify(asked);
    const id = open.current?.words === words ? open.current.id : newId(window.crypto);
    open.current = { words, id };
    const answer = await fresh(() => ask('command', { body: { id, ...asked } }));
    // Refused is an answer too: the next try is another command.
    if (answer.ok || answer.refusal.kind === 'refused') open.current = null;
    // Refused means that the screen may be old as well: what is shown is asked anew either way.
    if (answer.ok || answer.refusal.kind === 'refused') {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    }
    return answer;
  };
}
