import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { RouteBody } from '../../../shared/wire/route.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { newId } from '../../platform/ids.ts';
import { whichOf } from './which.ts';
import type { Whole } from './words.ts';

type Act = RouteBody<'submissionStep'>['act'];

/**
 * Takes a step on what is shown; answers the sentence of what went wrong, or null. Asked once more with the same words after
 * nobody answered, it is the same command. After an answer everything about submissions is asked anew.
 */
export function useSubmissionStep({ union, period, rev }: Whole): (act: Act) => Promise<string | null> {
  const ask = useAsk();
  const queries = useQueryClient();
  const open = useRef<{ readonly words: string; readonly id: string } | null>(null);
  return async (act) => {
    const words = JSON.stringify([union.id, period, rev, act]);
    const id = open.current?.words === words ? open.current.id : newId(window.crypto);
    open.current = { words, id };
    const params = whichOf(union.id, period);
    const answer = await ask('submissionStep', { params, body: { id, rev, act } });
    if (!answer.ok && answer.refusal.kind !== 'refused') return unansweredText(answer.refusal);
    open.current = null;
    await queries.invalidateQueries({ predicate: ({ queryKey }) => ABOUT.includes(String(queryKey[0])) });
    return answer.ok ? null : unansweredText(answer.refusal);
  };
}

const ABOUT: readonly string[] = ['submissions', 'submission', 'submissionCheck', 'work'];
