import type { Instant } from '../../../shared/kernel/instant.ts';
import type { ExportJob } from './job.ts';

/** Files under way and files on the disk; what is known of them for ever stands in the store. */
export type Exports = {
  /** Begins to make a file, in its turn. */
  start(job: ExportJob): void;
  /** Rows that are in it so far; null when it is not being made here. */
  progress(id: string): number | null;
  /** Resolves when it is no longer made. */
  cancel(id: string): Promise<void>;
  /** Where a finished file lies. */
  pathOf(file: { readonly id: string; readonly format: ExportJob['format'] }): string;
  /** Ends what is being made; takes away what nobody may fetch any more. */
  sweep(now: Instant): Promise<void>;
  stop(): Promise<void>;
};
