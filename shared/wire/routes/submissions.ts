/** Reports upward: a period's figures handed in, returned and signed. */
export const SUBMISSION_ROUTES = {} as const;
