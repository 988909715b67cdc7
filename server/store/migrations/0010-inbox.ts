import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** What the handling of reports and the reading of history are found by. */
export const migration0010: Migration = {
  version: 10,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

const statements = (t: ColumnTypes): readonly string[] => [
  `alter table report add column in_hours ${t.integer}`,
  `alter table report add column erased_at ${t.integer}`,
  'create index report_station on report (station_id, state)',
  'create index report_answered on report (answered_at)',
  'create index report_photo on report (photo)',
  'create index history_union on history (union_id, seq)',
  'create index history_actor on history (actor, seq)',
];
