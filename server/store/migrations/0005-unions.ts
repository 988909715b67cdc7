import { sql } from 'kysely';
import type { Tx } from '../engine.ts';
import { decodeRecord } from '../record.ts';
import { dueRow } from '../work/due.ts';
import type { ColumnTypes, Migration } from './migration.ts';

/** Unions that were closed; and the days by which stations come up in the queues of their unions. */
export const migration0005: Migration = {
  version: 5,
  up: async (tx, types) => {
    for (const statement of statements(types)) await sql.raw(statement).execute(tx);
    await fillDue(tx);
  },
};

function statements(t: ColumnTypes): readonly string[] {
  return [
    `alter table "union" add column closed_on ${t.text}`,
    'create index union_parent on "union" (parent)',
    `create table due (station_id ${t.text} primary key, union_id ${t.text} not null, looked_on ${t.text}, seen_on ${t.text},
      rectify_on ${t.text}, notice_on ${t.text}, contract_on ${t.text}, ends_on ${t.text})`,
    // A union's own first; what few stations have is found by its day.
    'create index due_union on due (union_id, looked_on)',
    'create index due_rectify on due (rectify_on) where rectify_on is not null',
    'create index due_notice on due (notice_on) where notice_on is not null',
    'create index due_contract on due (contract_on) where contract_on is not null',
    'create index due_ends on due (ends_on) where ends_on is not null',
    // The few that wait in a status; a query that means them says `status <> 'active'` too.
    "create index station_waiting on station (status, union_id) where status <> 'active'",
  ];
}

const PAGE = 1000;

/** Stations that an earlier release wrote. */
async function fillDue(tx: Tx): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await tx
      .selectFrom('station')
      .select(['id', 'record'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const due = rows.flatMap(({ record }) => dueRow(decodeRecord(record)) ?? []);
    for (const row of due) await tx.insertInto('due').values(row).execute();
    const last = rows[PAGE - 1];
    if (last === undefined) return;
    after = last.id;
  }
}
