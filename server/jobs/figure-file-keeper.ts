import { join } from 'node:path';
import type { Logger } from 'pino';
import { SYSTEM } from '../../shared/actor/actor.ts';
import type { Deps } from '../deps.ts';
import { Gauge, type Reading } from '../feature/figures/gauge.ts';
import type { FigureFiles, FigureJob, FileMade } from '../feature/workbooks/figure-files.ts';
import type { FileContent } from '../feature/workbooks/file.ts';
import { gatherFile } from '../feature/workbooks/gather.ts';
import { FileKeeper } from './file-keeper.ts';

type Parts = Pick<Deps, 'store' | 'figures' | 'regions'> & {
  /** Files people asked for, which are taken away after a while. */
  readonly asked: string;
  /** Files made every month, which are kept: a folder a period. */
  readonly monthly: string;
  /** Writes a file; stopped, it may throw. */
  readonly write: (file: FileContent, path: string, watch: Watch) => Promise<FileMade>;
  readonly log: Logger;
};
export type Watch = { readonly gauge: Gauge; readonly stop: AbortSignal };
type Place = Parameters<FigureFiles['pathOf']>[0];

/** Files of figures: reckoned where figures are, written in a thread of their own. */
export class FigureFileKeeper extends FileKeeper<FigureJob, FileMade> implements FigureFiles {
  private readonly gauges = new Map<string, Gauge>();

  constructor(private readonly parts: Parts) {
    const { store, log } = parts;
    super({
      pathOf: (job) => this.pathOf(job),
      make: (job, path, { stop }) => this.make(job, path, stop),
      ended: (job, state, made) =>
        store.endFigureFile(job.id, { state, bytes: made?.bytes ?? 0, sha256: made?.sha256 ?? null }),
      failed: () => store.failFigureFiles(),
      dropped: async (now) => (await store.dropFigureFiles(now)).map((file) => this.pathOf({ ...file, ...file.asked })),
      log,
    });
  }

  reading(id: string): Reading | null {
    return this.gauges.get(id)?.read() ?? null;
  }

  pathOf({ id, format, account, union, question }: Place): string {
    if (account !== SYSTEM.id) return join(this.parts.asked, `${id}.${format}`);
    const { period, asOf } = question;
    return join(this.parts.monthly, period, `${union}-${asOf.seq}-${id.slice(0, 8)}.${format}`);
  }

  private async make(job: FigureJob, path: string, stop: AbortSignal): Promise<FileMade | null> {
    const gauge = new Gauge();
    this.gauges.set(job.id, gauge);
    try {
      return await make(this.parts, job, { path, watch: { gauge, stop } });
    } finally {
      this.gauges.delete(job.id);
    }
  }
}

async function make(
  { figures, store, regions, write }: Parts,
  { format, ...asked }: FigureJob,
  { path, watch }: { readonly path: string; readonly watch: Watch },
): Promise<FileMade | null> {
  const { gauge, stop } = watch;
  try {
    const parts = { store, regions, figures: figures.within({ letGo: stop, gauge }) };
    const gathered = await gatherFile(parts, asked, format);
    if (!gathered.ok) throw new Error(`a file of figures was refused: ${gathered.refusal.kind}`);
    stop.throwIfAborted();
    return await write(gathered.value, path, watch);
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  }
}
