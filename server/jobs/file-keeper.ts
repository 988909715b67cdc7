import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { ExportState } from '../store/port/list.ts';

/** A file being made; `done` is how much of it is, in whatever its maker counts. */
export type Watch = { readonly wrote: (done: number) => void; readonly stop: AbortSignal };

type Job = { readonly id: string };
type Made = { readonly bytes: number };

/** What is known of files for ever, and where they lie. */
export type FileParts<J extends Job, M extends Made> = {
  pathOf(job: J): string;
  /** Makes the file at a path; null when it was stopped. */
  make(job: J, path: string, watch: Watch): Promise<M | null>;
  ended(job: J, state: ExportState, made: M | null): Promise<void>;
  /** At a start: what an earlier process left half made will never be done. */
  failed(): Promise<void>;
  /** Forgets files whose time is over; says where they lie. */
  dropped(now: Instant): Promise<readonly string[]>;
  readonly log: Logger;
};

type Running<J> = {
  readonly job: J;
  readonly stop: AbortController;
  done: number;
  isBegun: boolean;
  ended: Promise<void>;
};

/** How often old files are looked for. */
const EVERY_MS = 60 * 60_000;

/** Makes files one after the other: each reads much of the register, and a second one at once would make both slow. */
export class FileKeeper<J extends Job, M extends Made> {
  private readonly running = new Map<string, Running<J>>();
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly files: FileParts<J, M>) {}

  /** Until the answer is called. */
  begin(now: () => Instant): () => void {
    const failed = (error: unknown) => this.files.log.error({ err: error }, 'exports');
    this.files.failed().then(() => this.sweep(now()), failed);
    const timer = setInterval(() => this.sweep(now()).catch(failed), EVERY_MS).unref();
    return () => clearInterval(timer);
  }

  start(job: J): void {
    const ended = Promise.resolve();
    const running: Running<J> = { job, stop: new AbortController(), done: 0, isBegun: false, ended };
    this.running.set(job.id, running);
    running.ended = this.last.then(() => (this.running.has(job.id) ? this.run(running) : undefined));
    this.last = running.ended;
  }

  progress(id: string): number | null {
    return this.running.get(id)?.done ?? null;
  }

  /** Resolves when the file is no longer being made. */
  async settled(id: string): Promise<void> {
    await this.running.get(id)?.ended;
  }

  async cancel(id: string): Promise<void> {
    const running = this.running.get(id);
    if (running === undefined) return;
    running.stop.abort();
    if (running.isBegun) return running.ended;
    // Its turn may be minutes away: nobody waits for that.
    await this.files.ended(running.job, 'cancelled', null);
    this.running.delete(id);
  }

  async sweep(now: Instant): Promise<void> {
    for (const path of await this.files.dropped(now)) await rm(path, { force: true });
  }

  async stop(): Promise<void> {
    for (const { stop } of this.running.values()) stop.abort();
    await this.last;
  }

  private async run(running: Running<J>): Promise<void> {
    const { files } = this;
    const { job } = running;
    running.isBegun = true;
    const path = files.pathOf(job);
    const { signal } = running.stop;
    try {
      await mkdir(dirname(path), { recursive: true });
      const wrote = (done: number) => {
        running.done = done;
      };
      const made = signal.aborted ? null : await files.make(job, path, { wrote, stop: signal });
      if (made === null) await rm(path, { force: true });
      await files.ended(job, made === null ? 'cancelled' : 'done', made);
    } catch (error) {
      files.log.error({ err: error, id: job.id }, 'export');
      await rm(path, { force: true });
      await files.ended(job, 'failed', null).catch((lost) => files.log.error({ err: lost }, 'export'));
    } finally {
      this.running.delete(job.id);
    }
  }
}
