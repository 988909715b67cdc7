/** The database's name and the version of its tables, apart from the code that opens it: the first list reads without that. */
export const NAME = 'xiejiao';
/** Raised with every change of the tables in `db.ts`. Dexie multiplies it by ten for the browser. */
export const SCHEMA = 2;
/** The highest version of the browser's that this app can read. */
export const READABLE = SCHEMA * 10;
