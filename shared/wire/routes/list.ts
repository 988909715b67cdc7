/** The stations of a branch: pages, filters, saved views, exports. */
export const LIST_ROUTES = {} as const;
