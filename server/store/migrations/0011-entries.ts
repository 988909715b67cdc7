import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** What unions write down of their work. */
export const migration0011: Migration = {
  version: 11,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

const statements = (_: ColumnTypes): readonly string[] => [];
