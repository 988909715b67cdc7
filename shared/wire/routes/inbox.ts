/** Workers’ reports at the union that answers them. */
export const INBOX_ROUTES = {} as const;
