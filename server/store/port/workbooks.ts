/** Files of figures and of open data, and keys of partners. See `Store` for what all operations share. */
export type WorkbooksStore = Record<never, never>;
