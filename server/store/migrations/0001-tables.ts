import { sql } from 'kysely';
import { fillGround } from '../ground.ts';
import type { ColumnTypes, Migration } from './migration.ts';

export const migration0001: Migration = {
  version: 1,
  up: async (tx, types, ground) => {
    for (const statement of [...groundTables(types), ...stationTables(types), ...recordTables(types), ...INDEXES]) {
      await sql.raw(statement).execute(tx);
    }
    await fillGround(tx, ground);
  },
};

function groundTables(t: ColumnTypes): readonly string[] {
  return [
    `create table counter (one ${t.integer} primary key check (one = 1), seq ${t.integer} not null, epoch ${t.text} not null,
      serial_base ${t.integer} not null)`,
    `create table epoch (epoch ${t.text} primary key, from_seq ${t.integer} not null)`,
    `create table region (code ${t.text} primary key, name ${t.text} not null, short ${t.text} not null,
      pinyin ${t.text} not null, level ${t.text} not null, parent ${t.text} references region (code),
      lng ${t.real} not null, lat ${t.real} not null,
      west ${t.real} not null, south ${t.real} not null, east ${t.real} not null, north ${t.real} not null)`,
    `create table region_alias (code ${t.text} primary key, today ${t.text} not null references region (code))`,
    `create table "union" (id ${t.text} primary key, parent ${t.text} references "union" (id),
      name ${t.text} not null, region ${t.text} references region (code))`,
    `create table setting (union_id ${t.text} not null references "union" (id), key ${t.text} not null,
      value ${t.text} not null, from_on ${t.text} not null, primary key (union_id, key, from_on))`,
    `create table calendar_year (year ${t.integer} primary key, body ${t.text} not null)`,
  ];
}

function stationTables(t: ColumnTypes): readonly string[] {
  return [
    `create table station (id ${t.text} primary key, code ${t.text}, federation_code ${t.text},
      union_id ${t.text} not null references "union" (id), region ${t.text} not null references region (code),
      city ${t.text} not null, status ${t.text} not null, kind ${t.text} not null, origin ${t.text} not null,
      name_key ${t.text} not null, address_key ${t.text} not null, lng ${t.real} not null, lat ${t.real} not null,
      rev ${t.integer} not null, record ${t.text} not null)`,
    `create table code_serial (region ${t.text} not null, type ${t.integer} not null, next ${t.integer} not null,
      primary key (region, type))`,
    `create table mark (city ${t.text} not null, station ${t.text} not null, code ${t.text} not null,
      seq ${t.integer} not null, whole_seq ${t.integer} not null, point_seq ${t.integer} not null,
      hours_seq ${t.integer} not null, status_seq ${t.integer} not null, access_seq ${t.integer} not null,
      trust_seq ${t.integer} not null, text_seq ${t.integer} not null, phone_seq ${t.integer} not null,
      rest_seq ${t.integer} not null, amenities_seq ${t.integer} not null, amenity_bits ${t.integer} not null, op ${t.text} not null check (op in ('put', 'drop')), reason ${t.text},
      drop_on ${t.text}, successor ${t.text}, moved_to ${t.text}, primary key (city, station))`,
    `create table pack (feed ${t.text} primary key, hash ${t.text} not null, bytes ${t.integer} not null,
      seq ${t.integer} not null, as_of ${t.integer} not null)`,
  ];
}

function recordTables(t: ColumnTypes): readonly string[] {
  return [
    `create table history (seq ${t.key} primary key, at ${t.integer} not null, effective_on ${t.text} not null,
      command_id ${t.text} not null, actor ${t.text} not null, union_id ${t.text} not null,
      subject ${t.text} not null, subject_id ${t.text} not null, step ${t.text} not null, reason ${t.text},
      "before" ${t.text}, "after" ${t.text} not null, schema ${t.integer} not null,
      prev_mac ${t.text} not null, mac ${t.text} not null)`,
    `create table receipt (command_id ${t.text} primary key, actor ${t.text} not null, body_hash ${t.text} not null,
      reply ${t.text} not null, at ${t.integer} not null)`,
  ];
}

const INDEXES = [
  'create unique index station_code on station (code) where code is not null',
  'create unique index station_federation_code on station (federation_code) where federation_code is not null',
  'create index station_region on station (region)',
  'create index station_union on station (union_id)',
  'create index mark_city_seq on mark (city, seq)',
  'create index mark_seq on mark (seq)',
  'create index history_subject on history (subject_id, seq)',
];
