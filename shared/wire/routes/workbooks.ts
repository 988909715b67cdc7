/** Files of figures: asked for, made, fetched, kept. */
export const WORKBOOK_ROUTES = {} as const;
