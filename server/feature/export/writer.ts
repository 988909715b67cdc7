import type { Line, Naming } from './cells.ts';
import type { ExportJob } from './job.ts';

/** Where the pieces of a file go, one after the other. */
export type Sink = (piece: string | Uint8Array) => Promise<void>;

/** A format: what stands before the rows, the rows page by page, what stands after them. */
export type Writer = {
  begin(): Promise<void>;
  lines(lines: readonly Line[]): Promise<void>;
  end(): Promise<void>;
};

export type Making = { readonly job: ExportJob; readonly naming: Naming; readonly sink: Sink };
