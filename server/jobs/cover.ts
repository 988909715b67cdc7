import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import type { CoverFound, CoverJob } from '../../shared/stats/cover-job.ts';
import type { Covering, CoverState } from '../feature/coverage/covering.ts';
import { workerFile } from './worker-file.ts';

/** Null: it was given up. */
export type RunCover = (
  job: CoverJob,
  way: { readonly told: (share: number) => void; readonly stop: AbortSignal },
) => Promise<CoverFound | null>;

type Held = { readonly stop: AbortController; state: CoverState };

/** Jobs that wait or run at once, and found ones that are remembered. */
const OPEN_MOST = 8;
const FOUND_MOST = 12;

/** One job after the other: each reads all of its stations, and two at once would make both slow. */
export class CoverKeeper implements Covering {
  private readonly held = new Map<string, Held>();
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly parts: { readonly run: RunCover; readonly log: Logger }) {}

  ask(name: string, make: () => Promise<Result<CoverJob>>): Result<CoverState> {
    const known = this.held.get(name);
    if (known !== undefined) {
      if (known.state.kind === 'refused') this.held.delete(name);
      return ok(known.state);
    }
    const open = [...this.held.values()].filter(({ state }) => state.kind === 'running');
    if (open.length >= OPEN_MOST) return refuse({ kind: 'cover-busy' });
    const held: Held = { stop: new AbortController(), state: { kind: 'running', share: 0, done: Promise.resolve() } };
    const done = this.last.then(() => this.run(name, held, make));
    held.state = { kind: 'running', share: 0, done };
    this.held.set(name, held);
    this.last = done;
    return ok(held.state);
  }

  stop(name: string): void {
    const held = this.held.get(name);
    if (held === undefined) return;
    held.stop.abort();
    this.held.delete(name);
  }

  /** Gives up whatever is under way; resolves when nothing is. */
  async end(): Promise<void> {
    for (const name of [...this.held.keys()]) this.stop(name);
    await this.last;
  }

  private async run(name: string, held: Held, make: () => Promise<Result<CoverJob>>): Promise<void> {
    const { signal } = held.stop;
    const told = (share: number) => {
      if (held.state.kind === 'running') held.state = { ...held.state, share };
    };
    try {
      if (signal.aborted) return;
      const job = await make();
      if (!job.ok) held.state = { kind: 'refused', refusal: job.refusal };
      else {
        const found = signal.aborted ? null : await this.parts.run(job.value, { told, stop: signal });
        if (found !== null) held.state = { kind: 'done', found };
      }
    } catch (error) {
      this.parts.log.error({ err: error }, 'coverage');
      held.state = { kind: 'refused', refusal: { kind: 'internal' } };
    }
    this.forgetOld(name);
  }

  /** The oldest found go first; the one just found stays. */
  private forgetOld(newest: string): void {
    const found = [...this.held].filter(([name, { state }]) => state.kind !== 'running' && name !== newest);
    for (const [name] of found.slice(0, Math.max(0, found.length + 1 - FOUND_MOST))) this.held.delete(name);
  }
}

type Message =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'found'; readonly found: CoverFound };

/** In a thread of its own, which ends at once when the job is given up. */
export const coverInWorker: RunCover = (job, { told, stop }) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('cover'), { workerData: job });
    let found: CoverFound | null = null;
    const giveUp = () => void worker.terminate();
    stop.addEventListener('abort', giveUp, { once: true });
    if (stop.aborted) giveUp();
    worker.on('message', (message: Message) => {
      if (message.kind === 'share') told(message.share);
      else found = message.found;
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      stop.removeEventListener('abort', giveUp);
      if (found !== null || stop.aborted) resolve(stop.aborted ? null : found);
      else reject(new Error(`cover ended with ${code}`));
    });
  });
