/** History as an auditor reads it. */
export const AUDIT_ROUTES = {} as const;
