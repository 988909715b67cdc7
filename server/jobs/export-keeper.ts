import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Exports } from '../feature/export/exports.ts';
import type { ExportJob, MakeExport } from '../feature/export/job.ts';
import type { Store } from '../store/port.ts';
import { FileKeeper } from './file-keeper.ts';

type Parts = {
  readonly store: Store;
  /** Files of finished exports, named by their ids, which nobody can guess. */
  readonly folder: string;
  readonly make: MakeExport;
  readonly log: Logger;
};

/** Files made of lists of stations. */
export class ExportKeeper extends FileKeeper<ExportJob, { readonly bytes: number }> implements Exports {
  constructor(private readonly parts: Parts) {
    const { store, make, log } = parts;
    super({
      pathOf: (job) => this.pathOf(job),
      make,
      ended: (job, state, made) => store.endExport(job.id, { state, bytes: made?.bytes ?? 0 }),
      failed: () => store.failExports(),
      dropped: async (now) => (await store.dropExports(now)).map((file) => this.pathOf(file)),
      log,
    });
  }

  pathOf({ id, format }: { readonly id: string; readonly format: ExportJob['format'] }): string {
    return join(this.parts.folder, `${id}.${format}`);
  }
}
