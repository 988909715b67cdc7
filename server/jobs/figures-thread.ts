import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { refuse } from '../../shared/kernel/result.ts';
import type { Waiting } from '../feature/figures/figures.ts';
import { Gauge } from '../feature/figures/gauge.ts';
import type { Answers, Asked, FromThread, ToThread } from './figures-question.ts';
import { SHORT_LIVED, workerFile } from './worker-file.ts';

type Open = {
  readonly id: number;
  readonly asked: Asked;
  readonly gauge: Gauge;
  readonly settle: (value: unknown) => void;
  readonly fail: (error: Error) => void;
  /** Threads that died over it. */
  deaths: number;
};
type Running = { readonly worker: Worker; isWarm: boolean };

/** Whoever waits longer than this for history to be read is told to come back. */
const PATIENCE_MS = 20_000;
/** A question over which so many threads died is not asked again. */
const DEATHS_MOST = 2;

/**
 * The thread that holds history folded: begun by the first question, kept until the server ends. The same question has the same answer,
 * so what was open when a thread died is asked again of the next one.
 */
export class FiguresThread {
  private running: Running | null = null;
  private readonly open = new Map<number, Open>();
  private last = 0;
  private isEnded = false;

  constructor(private readonly log: Logger) {}

  /**
   * Rejects with the signal's reason when let go, and the fold for it ends soon after. Refuses `figures-busy`
   * when history is still being read after a while and nobody watches a gauge.
   */
  ask<N extends Asked['name']>(
    asked: Extract<Asked, { readonly name: N }>,
    waiting: Waiting | null,
  ): Promise<Answers[N]> {
    if (this.isEnded) return Promise.reject(new Error('the server is ending'));
    const { letGo: signal, gauge } = waiting ?? { letGo: null, gauge: new Gauge() };
    signal?.throwIfAborted();
    const id = ++this.last;
    const running = this.start();
    const letGo = () => {
      this.drop(id)?.fail(signal?.reason);
    };
    // Who has a gauge sees how far the reading is, and goes when they want.
    const isPatient = running.isWarm || waiting !== null;
    const busy = isPatient ? null : setTimeout(() => this.giveUp(id), PATIENCE_MS);
    signal?.addEventListener('abort', letGo, { once: true });
    const answered = new Promise<unknown>((settle, fail) => {
      this.open.set(id, { id, asked, gauge, settle, fail, deaths: 0 });
      this.tell({ kind: 'ask', id, asked, cells: gauge.cells });
    });
    // What comes back was made by the method of this name.
    return (answered as Promise<Answers[N]>).finally(() => {
      if (busy !== null) clearTimeout(busy);
      signal?.removeEventListener('abort', letGo);
    });
  }

  async stop(): Promise<void> {
    this.isEnded = true;
    for (const { fail } of this.open.values()) fail(new Error('the server is ending'));
    this.open.clear();
    await this.running?.worker.terminate();
  }

  private start(): Running {
    if (this.running !== null) return this.running;
    const running: Running = {
      worker: new Worker(workerFile('fold-figures'), { resourceLimits: SHORT_LIVED }),
      isWarm: false,
    };
    running.worker.on('message', (message: FromThread) => this.hear(running, message));
    running.worker.on('error', (error) => this.log.error({ err: error }, 'figures'));
    running.worker.on('exit', () => this.died());
    this.running = running;
    return running;
  }

  private hear(running: Running, message: FromThread): void {
    if (message.kind === 'warm') running.isWarm = true;
    else if (message.kind === 'answer') this.take(message.id)?.settle(message.value);
    else this.take(message.id)?.fail(new Error(message.error));
  }

  private died(): void {
    this.running = null;
    if (this.isEnded) return;
    for (const one of [...this.open.values()]) {
      one.deaths += 1;
      if (one.deaths >= DEATHS_MOST)
        this.take(one.id)?.fail(new Error(`figures: no thread lives through ${one.asked.name}`));
    }
    if (this.open.size === 0) return;
    this.start();
    for (const { id, asked, gauge } of this.open.values()) this.tell({ kind: 'ask', id, asked, cells: gauge.cells });
  }

  /** Only reading history may take so long that nobody is kept waiting; a long answer is waited for. */
  private giveUp(id: number): void {
    if (this.running?.isWarm === false) this.drop(id)?.settle(refuse({ kind: 'figures-busy' }));
  }

  private drop(id: number): Open | null {
    const one = this.take(id);
    one?.gauge.letGo();
    if (one) this.tell({ kind: 'let-go', id });
    return one;
  }

  private take(id: number): Open | null {
    const one = this.open.get(id) ?? null;
    this.open.delete(id);
    return one;
  }

  private tell(message: ToThread): void {
    this.running?.worker.postMessage(message);
  }
}
