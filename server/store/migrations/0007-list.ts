import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What lists of stations are sorted and filtered by; saved views. */
export const migration0007: Migration = {
  version: 7,
  up: async (tx) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};

const STATEMENTS: readonly string[] = [];
