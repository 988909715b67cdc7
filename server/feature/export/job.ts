import type { Instant } from '../../../shared/kernel/instant.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { ExportColumn } from '../../../shared/wire/list-columns.ts';
import type { Doubt } from '../../../shared/wire/list-filter.ts';

export type ExportFormat = 'xlsx' | 'csv' | 'geojson';

/** A file to be made, as plain data: it goes to a thread of its own. */
export type ExportJob = {
  readonly id: string;
  readonly format: ExportFormat;
  /** In the order of the file. */
  readonly stations: readonly StationId[];
  readonly columns: readonly ExportColumn[];
  readonly datum: 'gcj02' | 'bd09';
  /** Contact persons too. */
  readonly personal: boolean;
  readonly at: Instant;
  /** Of the days after which hours are old; doubts that need the whole register were found beforehand. */
  readonly doubts: { readonly [id: string]: readonly Doubt[] };
  /** What the file says about itself, line by line: what and its value. */
  readonly head: readonly (readonly [string, string])[];
};

/** Makes the file at a path; `wrote` hears how many rows are in it. Says how many bytes it has; null when it was stopped. */
export type MakeExport = (
  job: ExportJob,
  path: string,
  watch: { readonly wrote: (rows: number) => void; readonly stop: AbortSignal },
) => Promise<{ readonly bytes: number } | null>;
