import { isRecord } from '../../../../shared/words/value.ts';
import type { KeyValue } from '../../../platform/key-value.ts';
import type { Job, Step } from './steps.ts';

/** A batch that was begun, with what became of each station so far. It stays on this machine until somebody has seen its end. */
export type KeptBatch = { readonly step: Step; readonly jobs: readonly Job[]; readonly at: number };
export type LeftBatch = KeptBatch & { readonly key: string };

/** Raised when a batch changes so that older ones would no longer fit. */
const VERSION = 1;

export function batchKey(account: string, id: string): string {
  return `desk-batch ${account} ${id}`;
}

export function keepBatch(notes: KeyValue, key: string, batch: KeptBatch): boolean {
  const jobs = batch.jobs.map(({ item: { id, name, rev }, command, state }) => ({
    item: { id, name, rev },
    command,
    state,
  }));
  return notes.put(key, JSON.stringify({ version: VERSION, ...batch, jobs }));
}

/** Batches of an account among the texts under these keys, the latest first. */
export function leftBatches(notes: KeyValue, account: string, keys: readonly string[]): readonly LeftBatch[] {
  return keys
    .filter((key) => key.startsWith(batchKey(account, '')))
    .flatMap((key): readonly LeftBatch[] => {
      const batch = batchIn(notes.get(key));
      return batch === null ? [] : [{ ...batch, key }];
    })
    .sort((a, b) => b.at - a.at);
}

function batchIn(text: string | null): KeptBatch | null {
  const value = jsonOf(text);
  if (!isRecord(value) || value.version !== VERSION || !isStep(value.step) || !Array.isArray(value.jobs)) return null;
  const { step, jobs, at } = value;
  if (typeof at !== 'number' || !jobs.every(isJob)) return null;
  return { step, jobs: jobs.map(unanswered), at };
}

/** Who left while one was under way never heard what became of it: it is asked again under its id. */
function unanswered(job: Job): Job {
  return job.state.kind === 'doing' ? { ...job, state: { kind: 'unanswered', why: '离开时还没等到答复' } } : job;
}

function jsonOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // Cut off by a full disk: as good as none.
  }
}

/** Of our own making under this version, as the jobs are. */
function isStep(value: unknown): value is Step {
  return isRecord(value) && (value.kind === 'confirm' || value.kind === 'suspend');
}

function isJob(value: unknown): value is Job {
  return isRecord(value) && typeof value.command === 'string' && isRecord(value.item) && isRecord(value.state);
}
