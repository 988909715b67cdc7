/** How many of those who need a station have one near and open. */
export const COVERAGE_ROUTES = {} as const;
