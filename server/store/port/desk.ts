/** What a station has beside its record: waiting revisions, contacts, objections, tasks after an exit. See `Store` for what all operations share. */
export type DeskStore = object;
