import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What the handling of reports is found by. */
export const migration0010: Migration = {
  version: 10,
  up: async (tx) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};

const STATEMENTS: readonly string[] = [];
