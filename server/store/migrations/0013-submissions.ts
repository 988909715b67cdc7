import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** Figures handed in, returned and signed. */
export const migration0013: Migration = {
  version: 13,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

const statements = (_: ColumnTypes): readonly string[] => [];
