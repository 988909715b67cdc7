/** What anybody may take, and keys for partners. */
export const OPEN_DATA_ROUTES = {} as const;
