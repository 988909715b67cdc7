/** Figures handed in, returned and signed. See `Store` for what all operations share. */
export type SubmissionsStore = Record<never, never>;
