import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { RouteName } from '../../shared/wire/route.ts';
import type { Ask, Question, Reply, Unanswered } from '../platform/ask.ts';

const AskContext = createContext<Ask | null>(null);

export function AskProvider({ ask, children }: { ask: Ask; children: ReactNode }) {
  return <AskContext value={ask}>{children}</AskContext>;
}

/** To ask the server once, above all to write. */
export function useAsk(): Ask {
  const ask = useContext(AskContext);
  if (ask === null) throw new Error('a page of the workspace stands outside of it');
  return ask;
}

/** Why a question was not answered, as an error that pages show (`words/unanswered.ts` has its sentence). */
export class NotAnswered extends Error {
  readonly why: Unanswered;
  constructor(why: Unanswered) {
    super(why.kind);
    this.why = why;
  }
}

/** Of a question: without a connection it fails and says so, instead of waiting for ever, and is asked again when there is one. */
export const ASK_ANYWAY = { networkMode: 'always', refetchOnReconnect: true } as const;

/** What a route answers, kept until it is asked anew: `[name, question]` is its key. */
export function useAnswer<N extends RouteName>(
  name: N,
  question: Question<N> = {},
): UseQueryResult<Reply<N>, NotAnswered> {
  const ask = useAsk();
  const queries = useQueryClient();
  const queryKey = [name, question.params ?? null, question.query ?? null];
  return useQuery({
    queryKey,
    // What is there already stays without a connection.
    ...(queries.getQueryData(queryKey) === undefined && ASK_ANYWAY),
    queryFn: async ({ signal }) => {
      const answer = await ask(name, { ...question, signal });
      if (!answer.ok) throw new NotAnswered(answer.refusal);
      return answer.value;
    },
  });
}
