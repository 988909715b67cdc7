import type { Reply } from '../../../platform/ask.ts';

/** A person behind a station, masked as lists show them. */
export type Contact = Reply<'deskStation'>['contacts'][number];
