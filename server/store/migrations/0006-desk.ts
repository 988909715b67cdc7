import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What a station has beside its record. */
export const migration0006: Migration = {
  version: 6,
  up: async (tx) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};

const STATEMENTS: readonly string[] = [];
