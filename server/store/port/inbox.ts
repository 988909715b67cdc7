/** Workers’ reports as their unions handle them. See `Store` for what all operations share. */
export type InboxStore = object;
