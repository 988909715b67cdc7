/** History by page. See `Store` for what all operations share. */
export type AuditStore = object;
