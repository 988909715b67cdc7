import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** What unions write down of their work. */
export const migration0011: Migration = {
  version: 11,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

const statements = (t: ColumnTypes): readonly string[] => [
  `create table entry (id ${t.text} primary key, kind ${t.text} not null, union_id ${t.text} not null,
    station_id ${t.text}, day ${t.text} not null, slot ${t.text}, open_until ${t.text}, reviewed ${t.integer} not null,
    amount ${t.integer} not null, body ${t.text} not null, note ${t.text}, withdrawn ${t.integer} not null,
    rev ${t.integer} not null, at ${t.integer} not null)`,
  'create index entry_station on entry (station_id, kind, day)',
  'create index entry_union on entry (union_id, kind, day)',
  'create index entry_day on entry (kind, day, id)',
];
