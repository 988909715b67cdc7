import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** Workers' reports. Their texts stand here alone, so that taking one out leaves history whole. */
export const migration0002: Migration = {
  version: 2,
  up: async (tx, types) => {
    for (const statement of [reportTable(types), ...INDEXES]) await sql.raw(statement).execute(tx);
  },
};

function reportTable(t: ColumnTypes): string {
  return `create table report (id ${t.text} primary key, lookup ${t.text} not null, kind ${t.text} not null,
    station_id ${t.text}, code ${t.text}, union_id ${t.text} not null references "union" (id), about ${t.text} not null,
    amenity ${t.text}, said ${t.text}, place ${t.text}, photo ${t.text}, seen_at ${t.integer} not null,
    state ${t.text} not null, at ${t.integer} not null, open_at ${t.integer}, answer ${t.text}, answered_at ${t.integer})`;
}

const INDEXES = [
  'create unique index report_lookup on report (lookup)',
  'create index report_about on report (about, open_at)',
  'create index report_state on report (state, at)',
  'create index report_union on report (union_id, state, at)',
];
