import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/**
 * What figures are read from without reading all of history again (`fact_chunk`, derived, may be emptied at any time), and for visits
 * the day on which they were received, so that what was known at a past moment can still be told. Of the visits counted before, the
 * day itself is the best that is known.
 */
export const migration0012: Migration = {
  version: 12,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

const statements = (t: ColumnTypes): readonly string[] => [
  `create table fact_chunk (from_seq ${t.key} primary key, to_seq ${t.integer} not null, format ${t.integer} not null,
    mac ${t.text} not null, bytes ${t.bytes} not null)`,
  `create table visit_day_received (day ${t.text} not null, station_id ${t.text} not null, received_on ${t.text} not null,
    visits ${t.integer} not null, primary key (day, station_id, received_on))`,
  `insert into visit_day_received (day, station_id, received_on, visits)
    select day, station_id, day, visits from visit_day`,
  'drop table visit_day',
  'alter table visit_day_received rename to visit_day',
  'create index visit_day_received on visit_day (received_on, day, station_id)',
];
