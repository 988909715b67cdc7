import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AskProvider, NotAnswered } from '../../desk/use-ask.tsx';
import { type Ask, makeAsk, type Unanswered } from '../../platform/ask.ts';

/** Key of the question who is signed in: `useAnswer('me')`. */
export const ME_KEY = ['me', null, null] as const;

/** How the pages ask the server. Whichever answer says that nobody is signed in any more makes the gate look again. */
export function Asking({ children }: { children: ReactNode }) {
  const [{ queries, ask }] = useState(open);
  return (
    <QueryClientProvider client={queries}>
      <AskProvider ask={ask}>{children}</AskProvider>
    </QueryClientProvider>
  );
}

function open(): { readonly queries: QueryClient; readonly ask: Ask } {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        if (queryKey[0] !== 'me' && error instanceof NotAnswered) look(error.why);
      },
    }),
    defaultOptions: { queries: { retry: false, refetchOnWindowFocus: true } },
  });
  const look = (why: Unanswered) => {
    if (isSignedOut(why)) queries.invalidateQueries({ queryKey: ME_KEY }).catch(() => undefined);
  };
  const sent = makeAsk({ fetch: (url, init) => window.fetch(url, init) });
  const ask: Ask = async (name, question) => {
    const answer = await sent(name, question);
    if (!answer.ok && name !== 'me') look(answer.refusal);
    return answer;
  };
  return { queries, ask };
}

export function isSignedOut(why: Unanswered): boolean {
  return why.kind === 'refused' && why.problem.kind === 'not-signed-in';
}
