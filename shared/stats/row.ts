import type { Instant } from '../kernel/instant.ts';

/** A row of history as it is counted; the store's own rows are such. `after` of a station's first row is the whole record. */
export type FactRow = {
  readonly seq: number;
  readonly at: Instant;
  readonly effectiveOn: string;
  readonly union: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly step: string;
  readonly reason: string | null;
  readonly before: { readonly [field: string]: unknown } | null;
  readonly after: { readonly [field: string]: unknown };
};

/** Subjects whose rows are counted; of others a chronicle only takes note how far history has come. */
export const COUNTED_SUBJECTS = ['station', 'report', 'entry', 'task', 'union', 'region'] as const;
