import type { StationCode } from '../../shared/station/code.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import type { Station, StationId, UnionId } from '../../shared/station/station.ts';
import type { StoreContext } from './context.ts';
import type { Tx } from './engine.ts';
import { decodeRecord } from './record.ts';

/** Ids per statement: well below what the engines take as parameters. */
const IDS = 500;
const PAGE = 1000;

/** Records in the order asked; ids nobody has are left out. */
export async function loadStations(tx: Tx, ids: readonly StationId[]): Promise<readonly Station[]> {
  const found = new Map<string, Station>();
  for (let start = 0; start < ids.length; start += IDS) {
    const rows = await tx
      .selectFrom('station')
      .select(['id', 'record'])
      .where('id', 'in', ids.slice(start, start + IDS))
      .execute();
    for (const row of rows) found.set(row.id, decodeRecord(row.record));
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

export function stationByCode(context: StoreContext, code: StationCode): Promise<Station | null> {
  return context.engine.read(async (tx) => {
    const row = await tx.selectFrom('station').select('record').where('code', '=', code).executeTakeFirst();
    return row ? decodeRecord(row.record) : null;
  });
}

type Filter = { readonly region?: RegionCode; readonly union?: UnionId };

/** See `Store.eachStation`: one consistent read, paged by id. */
export function eachStation(
  context: StoreContext,
  visit: (stations: readonly Station[]) => void | Promise<void>,
  filter: Filter = {},
): Promise<void> {
  return context.engine.read(async (tx) => {
    const unions = filter.union === undefined ? null : await branchOf(tx, filter.union);
    const regions = filter.region === undefined ? null : [...context.regions.under(filter.region)];
    let after = '';
    for (;;) {
      let query = tx.selectFrom('station').select(['id', 'record']).where('id', '>', after);
      if (unions) query = query.where('union_id', 'in', unions);
      if (regions) query = query.where('region', 'in', regions);
      const rows = await query.orderBy('id').limit(PAGE).execute();
      if (rows.length > 0) await visit(rows.map((row) => decodeRecord(row.record)));
      const last = rows[PAGE - 1];
      if (!last) return;
      after = last.id;
    }
  });
}

/** A union and every union below it. */
async function branchOf(tx: Tx, root: UnionId): Promise<readonly string[]> {
  const rows = await tx
    .withRecursive('branch', (db) =>
      db
        .selectFrom('union')
        .select('union.id')
        .where('union.id', '=', root)
        .unionAll(db.selectFrom('union').innerJoin('branch', 'union.parent', 'branch.id').select('union.id')),
    )
    .selectFrom('branch')
    .select('branch.id')
    .execute();
  return rows.map((row) => row.id);
}
