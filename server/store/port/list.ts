/** Stations of a branch by page, and what waits for whom. See `Store` for what all operations share. */
export type ListStore = object;
