import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** When a station was last changed, views that people keep of the list, and files that were made of it. */
export const migration0007: Migration = {
  version: 7,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

function statements(t: ColumnTypes): readonly string[] {
  return [
    `alter table station add column changed_at ${t.integer} not null default 0`,
    `update station set changed_at = coalesce((select max(history.at) from history
      where history.subject_id = station.id and history.subject = 'station'), 0)`,
    `create table list_view (id ${t.text} primary key, account ${t.text} not null, union_id ${t.text} not null,
      name ${t.text} not null, body ${t.text} not null, shared ${t.integer} not null, at ${t.integer} not null)`,
    'create unique index list_view_name on list_view (account, name)',
    'create index list_view_union on list_view (union_id, shared)',
    `create table list_columns (account ${t.text} primary key, body ${t.text} not null)`,
    `create table list_export (id ${t.text} primary key, command_id ${t.text} not null, account ${t.text} not null,
      name ${t.text} not null, format ${t.text} not null, state ${t.text} not null, total ${t.integer} not null,
      bytes ${t.integer} not null, at ${t.integer} not null, until ${t.integer} not null)`,
    'create unique index list_export_command on list_export (command_id)',
    'create index list_export_account on list_export (account, at)',
    'create index list_export_until on list_export (until)',
  ];
}
