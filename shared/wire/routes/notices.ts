/** Public notices of stations that are to be given up, and objections to them. */
export const NOTICE_ROUTES = {} as const;
