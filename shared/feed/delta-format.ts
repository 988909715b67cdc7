import type { DropReason, RecordPart } from './feed.ts';

/** "XF": a feed answer as FEED.md describes it. */
export const REPLY_MAGIC = [0x58, 0x46] as const;
export const REPLY_KINDS = { delta: 1, reset: 2 } as const;
export const PAGE_FLAG = { done: 1, core: 2 } as const;
/** What follows for one change, the usual ones in the lower byte. A drop has none of them, a put one at least. */
export const FLAG: { readonly [part in RecordPart | 'amenities']: number } = {
  trust: 1,
  amenities: 2,
  status: 4,
  hours: 8,
  phone: 16,
  text: 32,
  access: 64,
  point: 128,
  rest: 256,
};
export const ALL_FLAGS = 511;
/** These stand in no core's page. */
export const LIST_FLAGS = FLAG.trust + FLAG.phone + FLAG.text + FLAG.access + FLAG.rest;
/** Order is the code in feed answers: only ever append. */
export const DROP_REASONS: readonly DropReason[] = ['retired', 'merged', 'relocated', 'moved', 'withdrawn'];
