import type { Reply } from '../../platform/ask.ts';

/** One account as its administrator sees it. */
export type AccountWhole = Reply<'account'>;
