import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** Uploaded ledgers on their way in: each with its rows, read but not yet part of the register. */
export const migration0008: Migration = {
  version: 8,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

function statements(t: ColumnTypes): readonly string[] {
  return [
    `create table ledger (id ${t.text} primary key, union_id ${t.text} not null references "union" (id),
      door ${t.text} not null, state ${t.text} not null, version ${t.integer} not null, at ${t.integer} not null,
      changed_at ${t.integer} not null, head ${t.text} not null)`,
    `create table ledger_row (ledger ${t.text} not null, number ${t.integer} not null, cells ${t.text} not null,
      kind ${t.text}, plan ${t.text}, answer ${t.text}, outcome ${t.text}, primary key (ledger, number))`,
    'create index ledger_union on ledger (union_id, at)',
    'create index ledger_state on ledger (state)',
  ];
}
