/** Accounts, their sessions and invitations. See `Store` for what all operations share. */
export type AccountsStore = object;
