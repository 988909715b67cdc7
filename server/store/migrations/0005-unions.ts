import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Industry unions and the dates of settings. */
export const migration0005: Migration = {
  version: 5,
  up: async (tx) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};

const STATEMENTS: readonly string[] = [];
