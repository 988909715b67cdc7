import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Visits. */
export const migration0009: Migration = {
  version: 9,
  up: async (tx) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};

const STATEMENTS: readonly string[] = [];
