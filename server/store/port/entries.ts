/** What unions write down of their work. See `Store` for what all operations share. */
export type EntriesStore = Record<never, never>;
