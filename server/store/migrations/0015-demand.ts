import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** Places where people who need a station are, with weights. */
export const migration0015: Migration = {
  version: 15,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

const statements = (_: ColumnTypes): readonly string[] => [];
