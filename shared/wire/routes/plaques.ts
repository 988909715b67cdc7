/** Plaques and the visits their codes count. */
export const PLAQUE_ROUTES = {} as const;
