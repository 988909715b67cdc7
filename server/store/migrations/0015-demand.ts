import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** Places where people who need a station are, with weights. */
export const migration0015: Migration = {
  version: 15,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
  },
};

const statements = (t: ColumnTypes): readonly string[] => [
  `create table demand_set (id ${t.text} primary key, union_id ${t.text} not null, title ${t.text} not null,
    file ${t.text} not null, actor ${t.text} not null, state ${t.text} not null, at ${t.integer} not null,
    points ${t.integer} not null, weight ${t.integer} not null)`,
  'create index demand_set_union on demand_set (union_id, state)',
  `create table demand_point (set_id ${t.text} not null, n ${t.integer} not null, name ${t.text} not null,
    lng ${t.integer} not null, lat ${t.integer} not null, weight ${t.integer} not null, region ${t.text} not null,
    primary key (set_id, n))`,
];
