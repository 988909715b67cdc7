import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Uploaded ledgers on their way in. */
export const migration0008: Migration = {
  version: 8,
  up: async (tx) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};

const STATEMENTS: readonly string[] = [];
