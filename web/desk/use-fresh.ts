import { useCallback, useContext } from 'react';
import type { Result } from '../../shared/kernel/result.ts';
import type { Unanswered } from '../platform/ask.ts';
import { FreshContext } from './fresh.ts';

/**
 * Asks something that may want the password given once more: when the server says so a dialog asks for it, and the same is asked
 * again. The answer is the last one.
 */
export function useFresh(): <T>(asking: () => Promise<Result<T, Unanswered>>) => Promise<Result<T, Unanswered>> {
  const askPassword = useContext(FreshContext);
  return useCallback(
    async (asking) => {
      const answer = await asking();
      if (answer.ok || askPassword === null || !wantsPassword(answer.refusal)) return answer;
      return (await askPassword()) ? asking() : answer;
    },
    [askPassword],
  );
}

function wantsPassword(why: Unanswered): boolean {
  return why.kind === 'refused' && why.problem.kind === 'fresh-sign-needed';
}
