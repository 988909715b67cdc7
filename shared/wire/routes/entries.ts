/** What unions write down of their work. */
export const ENTRY_ROUTES = {} as const;
