import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/**
 * Plaques, the visits their codes count, and objections to public notices. A visit is a number beside a day and a station:
 * nothing here says who came, or when on that day. What an objector wrote stands in `objection` alone.
 */
export const migration0009: Migration = {
  version: 9,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

function statements(t: ColumnTypes): readonly string[] {
  return [
    `create table plaque_key (id ${t.text} primary key, made_at ${t.integer} not null, retired_at ${t.integer})`,
    // The first key is there from the beginning.
    `insert into plaque_key (id, made_at, retired_at) values ('1', 0, null)`,
    `create table plaque (station_id ${t.text} primary key, key_id ${t.text} not null, size ${t.text} not null,
      printed_at ${t.integer} not null)`,
    `create table visit_day (day ${t.text} not null, station_id ${t.text} not null, visits ${t.integer} not null,
      primary key (day, station_id))`,
    `create table visit_receipt (id ${t.text} primary key, body_hash ${t.text} not null, day ${t.text} not null)`,
    'create index visit_receipt_day on visit_receipt (day)',
    `create table objection (id ${t.text} primary key, lookup ${t.text} not null, station_id ${t.text} not null,
      said ${t.text} not null, contact ${t.text}, at ${t.integer} not null)`,
    'create unique index objection_lookup on objection (lookup)',
    'create index objection_station on objection (station_id, at)',
  ];
}
