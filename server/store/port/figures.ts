/** What figures are read from without reading all of history again. See `Store` for what all operations share. */
export type FiguresStore = Record<never, never>;
