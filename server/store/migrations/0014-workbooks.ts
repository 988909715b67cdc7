import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** Files of figures and of open data, and keys of partners. */
export const migration0014: Migration = {
  version: 14,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

function statements(t: ColumnTypes): readonly string[] {
  return [
    `create table figure_file (id ${t.text} primary key, command_id ${t.text} not null, account ${t.text} not null,
      union_id ${t.text} not null, period ${t.text} not null, question ${t.text} not null, name ${t.text} not null,
      format ${t.text} not null, state ${t.text} not null, bytes ${t.integer} not null, sha256 ${t.text},
      at ${t.integer} not null, until ${t.integer})`,
    'create unique index figure_file_command on figure_file (command_id)',
    'create index figure_file_account on figure_file (account, at)',
    'create index figure_file_until on figure_file (until)',
    `create table partner (id ${t.text} primary key, union_id ${t.text} not null, name ${t.text} not null,
      key_hash ${t.text} not null, made_at ${t.integer} not null, ends_on ${t.text} not null, ended_at ${t.integer})`,
    'create unique index partner_key on partner (key_hash)',
    'create index partner_union on partner (union_id, made_at)',
  ];
}
