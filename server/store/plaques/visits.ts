import { sql } from 'kysely';
import { type DateText, dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { StationId } from '../../../shared/station/station.ts';
import { chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { Visit, VisitDay } from '../port/plaques.ts';

type Counted = { readonly isNew: boolean };

/**
 * See `PlaquesStore.countVisit`. No row of history: a visit is nobody's act, and one a day and station would say more about people
 * than the number does. The day it was received on tells what was known at a past moment, and never falls behind history's.
 */
export function countVisit(context: StoreContext, visit: Visit): Promise<Result<Counted>> {
  return writing<Counted>(context, async (tx, counter) => {
    const written = (value: Result<Counted>) => ({ value, counter, issued: false });
    const known = await tx
      .selectFrom('visit_receipt')
      .select('body_hash')
      .where('id', '=', visit.id)
      .executeTakeFirst();
    if (known && known.body_hash !== visit.bodyHash) {
      return written(refuse({ kind: 'receipt-conflict', commandId: visit.id }));
    }
    if (known) return written(ok({ isNew: false }));
    await tx.insertInto('visit_receipt').values({ id: visit.id, body_hash: visit.bodyHash, day: visit.day }).execute();
    const { at } = await chainEnd(tx, counter, context.now());
    await tx
      .insertInto('visit_day')
      .values({ day: visit.day, station_id: visit.station, received_on: dateText(dayOf(at)), visits: 1 })
      .onConflict((on) =>
        on.columns(['day', 'station_id', 'received_on']).doUpdateSet({ visits: sql<number>`visit_day.visits + 1` }),
      )
      .execute();
    await tx.deleteFrom('visit_receipt').where('day', '<', visit.keepFrom).execute();
    return written(ok({ isNew: true }));
  });
}

/** See `PlaquesStore.visitDays`. */
export async function visitDays(
  tx: Tx,
  { from, to }: { readonly from: DateText; readonly to: DateText },
): Promise<readonly VisitDay[]> {
  const rows = await tx
    .selectFrom('visit_day')
    .select(['day', 'station_id', sql<number>`cast(sum(visits) as integer)`.as('visits')])
    .groupBy(['day', 'station_id'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('station_id')
    .execute();
  return rows.map((row) => ({
    day: row.day as DateText,
    station: row.station_id as StationId,
    visits: row.visits,
  }));
}
