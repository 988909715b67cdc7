import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ListItem } from '../../../../shared/wire/list-view.ts';
import { stationIdOf } from '../../../desk/parts/ids.ts';
import { unansweredText } from '../../../desk/parts/unanswered.ts';
import { useAsk } from '../../../desk/use-ask.tsx';
import { newId } from '../../../platform/ids.ts';
import { isOpen, type Job, type Step } from './steps.ts';

export type Batch = {
  readonly jobs: readonly Job[];
  readonly isRunning: boolean;
  /** Takes the step on every station that has not been answered for, one after the other. */
  readonly run: (step: Step) => Promise<void>;
  /** The one under way is finished, the next is not begun. */
  readonly halt: () => void;
};

/** Refusals that say nothing of the station: signed in again, or later, it may be done. */
const PASSING: readonly string[] = ['not-signed-in', 'rate-limited', 'overloaded', 'internal'];

/** A step on several stations, each a command of its own: what was done stays done whatever comes after it. */
export function useBatch(items: readonly ListItem[]): Batch {
  const ask = useAsk();
  const queries = useQueryClient();
  const [jobs, setJobs] = useState<readonly Job[]>(() =>
    items.map((item) => ({ item, command: newId(window.crypto), state: { kind: 'waiting' } })),
  );
  const [isRunning, setRunning] = useState(false);
  const halted = useRef(false);
  const become = (id: string, state: Job['state']) =>
    setJobs((before) => before.map((job) => (job.item.id === id ? { ...job, state } : job)));
  const take = async ({ item, command: id }: Job, command: Step): Promise<boolean> => {
    become(item.id, { kind: 'doing' });
    const station = stationIdOf(item.id);
    const answer = await ask('command', { body: { id, station, seen: item.rev, command } });
    if (answer.ok) {
      become(item.id, { kind: 'done' });
      return true;
    }
    const isFinal = answer.refusal.kind === 'refused' && !PASSING.includes(answer.refusal.problem.kind);
    become(item.id, { kind: isFinal ? 'refused' : 'unanswered', why: unansweredText(answer.refusal) });
    return isFinal;
  };
  const run = async (step: Step) => {
    halted.current = false;
    setRunning(true);
    for (const job of jobs.filter(isOpen)) {
      // Where nobody answers, the next would not be answered either.
      if (halted.current || !(await take(job, step))) break;
    }
    setRunning(false);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  };
  return {
    jobs,
    isRunning,
    run,
    halt: () => {
      halted.current = true;
    },
  };
}
