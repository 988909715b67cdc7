import { join } from 'node:path';
import type { Logger } from 'pino';
import { SYSTEM } from '../../shared/actor/actor.ts';
import type { Deps } from '../deps.ts';
import type { FigureFiles, FigureJob, FileMade } from '../feature/workbooks/figure-files.ts';
import type { FileContent } from '../feature/workbooks/file.ts';
import { gatherFile } from '../feature/workbooks/gather.ts';
import { FileKeeper, type Watch } from './file-keeper.ts';

type Parts = Pick<Deps, 'store' | 'figures' | 'regions'> & {
  /** Files people asked for, which are taken away after a while. */
  readonly asked: string;
  /** Files made every month, which are kept: a folder a period. */
  readonly monthly: string;
  /** Writes a file; stopped, it may throw. */
  readonly write: (file: FileContent, path: string, stop: AbortSignal) => Promise<FileMade>;
  readonly log: Logger;
};
type Place = Parameters<FigureFiles['pathOf']>[0];

/** Files of figures: reckoned where figures are, written in a thread of their own. */
export class FigureFileKeeper extends FileKeeper<FigureJob, FileMade> implements FigureFiles {
  constructor(private readonly parts: Parts) {
    const { store, log } = parts;
    super({
      pathOf: (job) => this.pathOf(job),
      make: (job, path, watch) => make(parts, job, { path, watch }),
      ended: (job, state, made) =>
        store.endFigureFile(job.id, { state, bytes: made?.bytes ?? 0, sha256: made?.sha256 ?? null }),
      failed: () => store.failFigureFiles(),
      dropped: async (now) => (await store.dropFigureFiles(now)).map((file) => this.pathOf({ ...file, ...file.asked })),
      log,
    });
  }

  pathOf({ id, format, account, union, question }: Place): string {
    if (account !== SYSTEM.id) return join(this.parts.asked, `${id}.${format}`);
    const { period, asOf } = question;
    return join(this.parts.monthly, period, `${union}-${asOf.seq}-${id.slice(0, 8)}.${format}`);
  }
}

async function make(
  { figures, store, regions, write }: Parts,
  { format, ...asked }: FigureJob,
  { path, watch: { wrote, stop } }: { readonly path: string; readonly watch: Watch },
): Promise<FileMade | null> {
  try {
    const gathered = await gatherFile({ store, regions, figures: figures.within(stop) }, asked, format);
    if (!gathered.ok) throw new Error(`a file of figures was refused: ${gathered.refusal.kind}`);
    wrote(1);
    stop.throwIfAborted();
    return await write(gathered.value, path, stop);
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  }
}
