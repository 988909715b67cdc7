/** One station at a union’s desk: its record, its steps, its contacts, its photos. */
export const DESK_ROUTES = {} as const;
