import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** Files of figures and of open data, and keys of partners. */
export const migration0014: Migration = {
  version: 14,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

const statements = (_: ColumnTypes): readonly string[] => [];
