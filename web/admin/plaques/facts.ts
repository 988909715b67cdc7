import type { Reply } from '../../platform/ask.ts';

/** What stands on a plaque, as the server says it. */
export type PlaqueFacts = Reply<'plaqueSheet'>['items'][number];
