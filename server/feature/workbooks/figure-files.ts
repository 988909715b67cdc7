import type { FigureFile, FiguresAsked } from '../../store/port/workbooks.ts';
import type { Reading } from '../figures/gauge.ts';

/** A file of figures to be made, as plain data. */
export type FigureJob = FiguresAsked & Pick<FigureFile, 'id' | 'format' | 'account' | 'union'>;

export type FileMade = { readonly bytes: number; readonly sha256: string };

/** Files under way and files on the disk; what is known of them for ever stands in the store. */
export type FigureFiles = {
  /** Begins to make a file, in its turn. */
  start(job: FigureJob): void;
  /** How far it is; null when it is not being made here. */
  reading(id: string): Reading | null;
  /** Resolves when it is no longer being made, however that ended. */
  settled(id: string): Promise<void>;
  /** Stops it; resolves when it is no longer made. */
  cancel(id: string): Promise<void>;
  /** Ends what is being made. */
  stop(): Promise<void>;
  /** Where a finished file lies. */
  pathOf(file: Pick<FigureJob, 'id' | 'format' | 'account' | 'union'> & FiguresAsked): string;
};
