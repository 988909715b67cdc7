import type { Reply } from '../../platform/ask.ts';

/** One row of the log as the server tells it. */
export type LogRow = Reply<'history'>['rows'][number];
