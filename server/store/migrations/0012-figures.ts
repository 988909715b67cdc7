import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** What figures are read from without reading all of history again. */
export const migration0012: Migration = {
  version: 12,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

const statements = (_: ColumnTypes): readonly string[] => [];
