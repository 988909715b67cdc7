/** What waits for whom. */
export const WORK_ROUTES = {} as const;
