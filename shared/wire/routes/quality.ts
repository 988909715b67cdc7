/** What is doubtful in the register, as lists of work. */
export const QUALITY_ROUTES = {} as const;
