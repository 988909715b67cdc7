/** Accounts of a union’s branch, kept by its security administrator. */
export const ACCOUNT_ROUTES = {} as const;
