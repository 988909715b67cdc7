import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** Figures handed in, returned and signed; pairs of stations that somebody answered to be two. */
export const migration0013: Migration = {
  version: 13,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

const statements = (t: ColumnTypes): readonly string[] => [
  // `line` is JSON of what lists ask for (totals), `body` of the rest: tables are only read one submission at a time.
  `create table submission (union_id ${t.text} not null, period ${t.text} not null, state ${t.text} not null,
    rev ${t.integer} not null, as_of_seq ${t.integer} not null, as_of_at ${t.integer} not null, hash ${t.text} not null,
    submitted_at ${t.integer} not null, signed_at ${t.integer}, line ${t.text} not null, body ${t.text} not null,
    primary key (union_id, period))`,
  'create index submission_period on submission (period, state)',
  `create table different_pair (first_id ${t.text} not null, second_id ${t.text} not null, at ${t.integer} not null,
    primary key (first_id, second_id))`,
];
