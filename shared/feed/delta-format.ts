import type { DropReason } from './feed.ts';

/** "XF": a feed answer as FEED.md describes it. */
export const REPLY_MAGIC = [0x58, 0x46] as const;
export const REPLY_KINDS = { delta: 1, reset: 2 } as const;
/** What follows for one change. A drop has none of them. */
export const FLAG = { point: 1, facts: 2, states: 4, text: 8, rest: 16, put: 32, terms: 64 } as const;
/** Order is the code in feed answers: only ever append. */
export const DROP_REASONS: readonly DropReason[] = ['retired', 'merged', 'relocated', 'moved', 'withdrawn'];
