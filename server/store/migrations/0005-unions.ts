import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** Unions that were closed; and the days by which stations come up in the queues of their unions. */
export const migration0005: Migration = {
  version: 5,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

function statements(t: ColumnTypes): readonly string[] {
  return [`alter table "union" add column closed_on ${t.text}`, `create index union_parent on "union" (parent)`];
}
