import type { DateText } from '../../../shared/kernel/instant.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { Tx } from '../engine.ts';
import type { MeasuredDay } from '../port/figures.ts';

const PAGE = 5000;

type Span = { readonly from: DateText; readonly before: DateText };

/** See `FiguresStore.eachMeasured`. A day of receipt after the other, each by the rest of its key. */
export async function eachMeasured(
  tx: Tx,
  { from, before }: Span,
  visit: (rows: readonly MeasuredDay[]) => void | Promise<void>,
): Promise<void> {
  for (let on = await nextDay(tx, from); on !== null && on < before; on = await nextDay(tx, `${on}~`)) {
    for (let last: { readonly day: string; readonly station_id: string } | undefined; ; ) {
      let page = tx.selectFrom('visit_day').selectAll().where('received_on', '=', on);
      if (last !== undefined) {
        const { day, station_id } = last;
        page = page.where(({ eb, or, and }) =>
          or([eb('day', '>', day), and([eb('day', '=', day), eb('station_id', '>', station_id)])]),
        );
      }
      const rows = await page.orderBy('day').orderBy('station_id').limit(PAGE).execute();
      if (rows.length > 0) await visit(rows.map(measured));
      last = rows[PAGE - 1];
      if (last === undefined) break;
    }
  }
}

async function nextDay(tx: Tx, from: string): Promise<string | null> {
  const row = await tx
    .selectFrom('visit_day')
    .select('received_on')
    .where('received_on', '>=', from)
    .orderBy('received_on')
    .limit(1)
    .executeTakeFirst();
  return row?.received_on ?? null;
}

function measured(row: { day: string; station_id: string; received_on: string; visits: number }): MeasuredDay {
  return {
    station: row.station_id as StationId,
    day: row.day as DateText,
    receivedOn: row.received_on as DateText,
    visits: row.visits,
  };
}
