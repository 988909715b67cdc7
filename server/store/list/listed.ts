import { instant } from '../../../shared/kernel/instant.ts';
import type { StationId } from '../../../shared/station/station.ts';
import { contactOf } from '../desk/rows.ts';
import { readCounter, type Tx } from '../engine.ts';
import type { Contact } from '../port/desk.ts';
import type { Listed, ListedWith } from '../port/list.ts';
import { decodeRecord } from '../record.ts';

/** Ids per statement: well below what the engines take as parameters. */
const PAGE = 500;

type Row = { readonly id: string; readonly record: string; readonly changed_at: number };

/** See `Store.listedAfter`. */
export async function listedAfter(tx: Tx, id: string, limit: number): Promise<readonly Listed[]> {
  const rows = await tx
    .selectFrom('station')
    .select(['id', 'record', 'changed_at'])
    .where('id', '>', id)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(listed);
}

/** See `Store.listedById`. */
export async function listedById(tx: Tx, ids: readonly StationId[]): Promise<readonly Listed[]> {
  const found = new Map<string, Listed>();
  for (let start = 0; start < ids.length; start += PAGE) {
    const rows = await tx
      .selectFrom('station')
      .select(['id', 'record', 'changed_at'])
      .where('id', 'in', ids.slice(start, start + PAGE))
      .execute();
    for (const row of rows) found.set(row.id, listed(row));
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** See `Store.eachListed`. */
export async function eachListed(
  tx: Tx,
  { ids, contacts }: { readonly ids: readonly StationId[]; readonly contacts: boolean },
  visit: (page: readonly ListedWith[]) => Promise<boolean>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += PAGE) {
    const asked = ids.slice(start, start + PAGE);
    const persons = contacts ? await contactsAt(tx, asked) : [];
    const page = (await listedById(tx, asked)).map((one) => ({
      ...one,
      contacts: persons.filter(({ station }) => station === one.station.id),
    }));
    if (!(await visit(page))) return;
  }
}

async function contactsAt(tx: Tx, stations: readonly StationId[]): Promise<readonly Contact[]> {
  const rows = await tx
    .selectFrom('contact')
    .selectAll()
    .where('station_id', 'in', stations)
    .where('erased_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(contactOf);
}

/** See `Store.stationsChangedAfter`. */
export async function stationsChangedAfter(
  tx: Tx,
  after: number,
  limit: number,
): Promise<{ readonly ids: readonly StationId[]; readonly upTo: number; readonly done: boolean }> {
  const { seq } = await readCounter(tx);
  if (seq <= after) return { ids: [], upTo: seq, done: true };
  const upTo = Math.min(seq, after + limit);
  const rows = await tx
    .selectFrom('history')
    .select('subject_id')
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .where('subject', '=', 'station')
    .execute();
  return { ids: [...new Set(rows.map((row) => row.subject_id as StationId))], upTo, done: upTo === seq };
}

function listed(row: Row): Listed {
  return { station: decodeRecord(row.record), changedAt: instant(row.changed_at) };
}
