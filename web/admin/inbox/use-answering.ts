import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ReportId } from '../../../shared/report/report.ts';
import type { RouteBody } from '../../../shared/wire/route.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { newId } from '../../platform/ids.ts';
import type { ReportView } from './words.ts';

export type Step = RouteBody<'inboxSteps'>['step'];
/** Takes a step on some reports; answers the sentence of what went wrong, or null. */
export type Answering = (reports: readonly ReportView[], step: Step) => Promise<string | null>;

/** Asked once more with the same words after nobody answered, it is the same command, so that it is done once. */
export function useAnswering(): Answering {
  const ask = useAsk();
  const queries = useQueryClient();
  const open = useRef<{ readonly words: string; readonly id: string } | null>(null);
  return async (reports, step) => {
    // Answers of our server carry whole ids only.
    const asked = { reports: reports.map(({ id }) => id as ReportId), step };
    const words = JSON.stringify(asked);
    const id = open.current?.words === words ? open.current.id : newId(window.crypto);
    open.current = { words, id };
    const answer = await ask('inboxSteps', { body: { id, ...asked } });
    // Refused is an answer too: the next try is another command.
    if (answer.ok || answer.refusal.kind === 'refused') open.current = null;
    if (answer.ok) await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    return answer.ok ? null : unansweredText(answer.refusal);
  };
}
