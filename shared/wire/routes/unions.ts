/** The tree of unions and their settings. */
export const UNION_ROUTES = {} as const;
