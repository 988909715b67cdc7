/** Ledgers: templates, uploads, previews, commits. */
export const LEDGER_ROUTES = {} as const;
