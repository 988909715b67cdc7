/** Visits that plaques count. See `Store` for what all operations share. */
export type PlaquesStore = object;
