import { sql } from 'kysely';
import { gcj02 } from '../../../shared/geo/point.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { inBranch } from '../branch.ts';
import type { StoreContext } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { DemandPoint, DemandSet } from '../port/demand.ts';
import type { DemandPointRow, DemandSetRow } from './tables.ts';

/** Points are kept as whole millionths of a degree, the precision stations have. */
export const DEGREE = 1_000_000;
/** Weights are kept as whole thousandths: both engines give those back as they were. */
export const UNIT = 1000;

export function demandSets(context: StoreContext, top: UnionId): Promise<readonly DemandSet[]> {
  return context.engine.read(async (tx) => {
    const rows = await tx
      .selectFrom('demand_set')
      .selectAll()
      .where('state', '=', 'kept')
      .where(inBranch(sql.ref('demand_set.union_id'), top))
      .orderBy('at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(setOf);
  });
}

/** Null too for one that is still being laid down. */
export async function findSet(tx: Tx, id: string): Promise<DemandSet | null> {
  const row = await tx.selectFrom('demand_set').selectAll().where('id', '=', id).executeTakeFirst();
  return row && row.state !== 'staging' ? setOf(row) : null;
}

export function demandPoints(context: StoreContext, id: string): Promise<readonly DemandPoint[]> {
  return context.engine.read(async (tx) => {
    const rows = await tx.selectFrom('demand_point').selectAll().where('set_id', '=', id).orderBy('n').execute();
    return rows.map(pointOf);
  });
}

export function setOf(row: DemandSetRow): DemandSet {
  return {
    id: row.id,
    union: row.union_id as UnionId,
    title: row.title,
    file: row.file,
    actor: row.actor,
    state: row.state === 'withdrawn' ? 'withdrawn' : 'kept',
    at: instant(Number(row.at)),
    points: Number(row.points),
    weight: Number(row.weight) / UNIT,
  };
}

function pointOf({ name, lng, lat, weight, region }: DemandPointRow): DemandPoint {
  return {
    name,
    point: gcj02(Number(lng) / DEGREE, Number(lat) / DEGREE),
    weight: Number(weight) / UNIT,
    region: region as RegionCode,
  };
}
