import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Exports } from '../feature/export/exports.ts';
import type { ExportJob, MakeExport } from '../feature/export/job.ts';
import type { Store } from '../store/port.ts';

type Parts = {
  readonly store: Store;
  /** Files of finished exports, named by their ids, which nobody can guess. */
  readonly folder: string;
  readonly make: MakeExport;
  readonly log: Logger;
};
type Running = { readonly stop: AbortController; rows: number; done: Promise<void> };

/** How often old files are looked for. */
const EVERY_MS = 60 * 60_000;

/** Makes files one after the other: each reads much of the register, and a second one at once would make both slow. */
export class ExportKeeper implements Exports {
  private readonly running = new Map<string, Running>();
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  /** Until the answer is called. What an earlier process left half made will never be done. */
  begin(now: () => Instant): () => void {
    const failed = (error: unknown) => this.parts.log.error({ err: error }, 'exports');
    this.parts.store.failExports().then(() => this.sweep(now()), failed);
    const timer = setInterval(() => this.sweep(now()).catch(failed), EVERY_MS).unref();
    return () => clearInterval(timer);
  }

  start(job: ExportJob): void {
    const running: Running = { stop: new AbortController(), rows: 0, done: Promise.resolve() };
    this.running.set(job.id, running);
    running.done = this.last.then(() => this.run(job, running));
    this.last = running.done;
  }

  progress(id: string): number | null {
    return this.running.get(id)?.rows ?? null;
  }

  async cancel(id: string): Promise<void> {
    const running = this.running.get(id);
    running?.stop.abort();
    await running?.done;
  }

  pathOf({ id, format }: { readonly id: string; readonly format: ExportJob['format'] }): string {
    return join(this.parts.folder, `${id}.${format}`);
  }

  async sweep(now: Instant): Promise<void> {
    for (const file of await this.parts.store.dropExports(now)) await rm(this.pathOf(file), { force: true });
  }

  async stop(): Promise<void> {
    for (const { stop } of this.running.values()) stop.abort();
    await this.last;
  }

  private async run(job: ExportJob, running: Running): Promise<void> {
    const { store, folder, make, log } = this.parts;
    const path = this.pathOf(job);
    const { signal } = running.stop;
    try {
      await mkdir(folder, { recursive: true });
      const wrote = (rows: number) => {
        running.rows = rows;
      };
      const made = signal.aborted ? null : await make(job, path, { wrote, stop: signal });
      if (made === null) await rm(path, { force: true });
      await store.endExport(job.id, { state: made === null ? 'cancelled' : 'done', bytes: made?.bytes ?? 0 });
    } catch (error) {
      log.error({ err: error, id: job.id }, 'export');
      await rm(path, { force: true });
      await store.endExport(job.id, { state: 'failed', bytes: 0 }).catch((lost) => log.error({ err: lost }, 'export'));
    } finally {
      this.running.delete(job.id);
    }
  }
}
