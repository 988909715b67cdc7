import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/**
 * What a station has beside its record, and by what its neighbours are found. A contact's name and mobile stand in its row and nowhere else. Rows name their
 * station without a reference: example stations are purged as a whole, and what hung on them leads nowhere then.
 */
export const migration0006: Migration = {
  version: 6,
  up: async (tx, types) => {
    for (const statement of [...deskTables(types), ...INDEXES]) await sql.raw(statement).execute(tx);
  },
};

function deskTables(t: ColumnTypes): readonly string[] {
  return [
    `create table revision (id ${t.text} primary key, station_id ${t.text} not null, author ${t.text} not null,
      union_id ${t.text} not null, at ${t.integer} not null, reason ${t.text}, based_on ${t.integer} not null,
      "before" ${t.text} not null, patch ${t.text} not null, state ${t.text} not null,
      answered_by ${t.text}, answered_at ${t.integer}, answer ${t.text})`,
    `create table contact (id ${t.text} primary key, station_id ${t.text} not null, role ${t.text} not null,
      name ${t.text} not null, mobile ${t.text} not null, purpose ${t.text} not null, consent_on ${t.text} not null,
      at ${t.integer} not null, erased_at ${t.integer})`,
    `create table exit_task (id ${t.text} primary key, station_id ${t.text} not null, kind ${t.text} not null,
      due ${t.text} not null, at ${t.integer} not null, done_at ${t.integer}, done_by ${t.text}, evidence ${t.text},
      void_at ${t.integer})`,
  ];
}

const INDEXES = [
  'create index station_place on station (lat, lng)',
  // At most one waits per station.
  "create unique index revision_waiting on revision (station_id) where state = 'waiting'",
  'create index revision_station on revision (station_id, at)',
  'create index contact_station on contact (station_id)',
  'create index exit_task_station on exit_task (station_id)',
  'create index exit_task_open on exit_task (due) where done_at is null and void_at is null',
];
