/** Places where people who need a station are, with weights. See `Store` for what all operations share. */
export type DemandStore = Record<never, never>;
