import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ListItem } from '../../../../shared/wire/list-view.ts';
import { notes } from '../../../desk/notes.ts';
import { stationIdOf } from '../../../desk/parts/ids.ts';
import { unansweredText } from '../../../desk/parts/unanswered.ts';
import { useMe } from '../../../desk/signed.tsx';
import { tabHolds } from '../../../desk/tab-holds.ts';
import { useAsk } from '../../../desk/use-ask.tsx';
import { useNow } from '../../../desk/use-now.ts';
import { newId } from '../../../platform/ids.ts';
import { batchKey, keepBatch, type LeftBatch } from './kept-batch.ts';
import { isOpen, type Job, type Step } from './steps.ts';

export type Batch = {
  readonly jobs: readonly Job[];
  /** What is done to all of them; null before it is begun. */
  readonly step: Step | null;
  readonly isRunning: boolean;
  /** Takes the step on every station that has not been answered for, one after the other. */
  readonly run: (step: Step) => Promise<void>;
  /** The one under way is finished, the next is not begun. */
  readonly halt: () => void;
  /** Its end was seen. */
  readonly forget: () => void;
};

/** Refusals that say nothing of the station: signed in again, or later, it may be done. */
const PASSING: readonly string[] = ['not-signed-in', 'rate-limited', 'overloaded', 'internal'];

/** Stations that were ticked, or a batch that was left in the middle. */
export type Begin = { readonly items: readonly ListItem[] } | { readonly left: LeftBatch };

/** A step on several stations, each a command of its own: what was done stays done whatever comes after it. */
export function useBatch(begin: Begin): Batch {
  const ask = useAsk();
  const queries = useQueryClient();
  const [jobs, setJobs] = useState<readonly Job[]>(() => ('left' in begin ? begin.left.jobs : jobsOf(begin.items)));
  const [step, setStep] = useState<Step | null>('left' in begin ? begin.left.step : null);
  const [isRunning, setRunning] = useState(false);
  const halted = useRef(false);
  const forget = useKeeping('left' in begin ? begin.left : null, { step, jobs });
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
  const run = async (next: Step) => {
    halted.current = false;
    setStep(next);
    setRunning(true);
    for (const job of jobs.filter(isOpen)) {
      // Where nobody answers, the next would not be answered either.
      if (halted.current || !(await take(job, next))) break;
    }
    setRunning(false);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  };
  // Who goes elsewhere finds it where it was left.
  useEffect(
    () => () => {
      halted.current = true;
    },
    [],
  );
  return {
    jobs,
    step,
    isRunning,
    forget,
    run,
    halt: () => {
      halted.current = true;
    },
  };
}

function jobsOf(items: readonly ListItem[]): readonly Job[] {
  return items.map((item) => ({ item, command: newId(window.crypto), state: { kind: 'waiting' } }));
}

type Going = { readonly step: Step | null; readonly jobs: readonly Job[] };

/** Writes down what became of each, and holds it for this tab; the answer takes it away again. */
function useKeeping(left: LeftBatch | null, { step, jobs }: Going): () => void {
  const { id: account } = useMe();
  const now = useNow();
  const [key] = useState(() => left?.key ?? batchKey(account, newId(window.crypto)));
  const [at] = useState(left?.at ?? now);
  useEffect(() => {
    if (step !== null) keepBatch(notes(), key, { step, jobs, at });
  }, [step, jobs, key, at]);
  useEffect(() => {
    const hold = tabHolds().hold(key, () => {});
    return () => hold.release();
  }, [key]);
  return () => notes().remove(key);
}
