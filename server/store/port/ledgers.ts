/** Ledgers on their way into the register. See `Store` for what all operations share. */
export type LedgersStore = object;
