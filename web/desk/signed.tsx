import { createContext, useContext } from 'react';
import type { Reply } from '../platform/ask.ts';

/** Who is signed in, as the server says. */
export type Me = Reply<'me'>;

export const SignedContext = createContext<Me | null>(null);

/** Whoever is signed in; only on pages that ask for a session. */
export function useMe(): Me {
  const me = useContext(SignedContext);
  if (me === null) throw new Error('a page asks who is signed in outside of a session');
  return me;
}
