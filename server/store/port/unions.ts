/** Writing unions and settings. See `Store` for what all operations share. */
export type UnionsStore = object;
