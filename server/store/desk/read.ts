import type { Box, RegionCode } from '../../../shared/station/region.ts';
import type { Station, StationId, Status } from '../../../shared/station/station.ts';
import type { StoreContext } from '../context.ts';
import type { Tx } from '../engine.ts';
import { historyRow } from '../history.ts';
import type { DeskFile } from '../port/desk.ts';
import type { HistoryRow } from '../port.ts';
import { decodeRecord } from '../record.ts';
import { loadStations } from '../stations.ts';
import { contactsOf, tasksOf, waitingOf } from './rows.ts';

export async function historyIn(tx: Tx, subjectId: string): Promise<readonly HistoryRow[]> {
  const rows = await tx.selectFrom('history').selectAll().where('subject_id', '=', subjectId).orderBy('seq').execute();
  return rows.map(historyRow);
}

/** See `DeskStore.deskFile`. */
export function deskFile(context: StoreContext, id: StationId): Promise<DeskFile | null> {
  return context.engine.read(async (tx) => {
    const [station] = await loadStations(tx, [id]);
    if (!station) return null;
    return {
      station,
      rows: await historyIn(tx, id),
      waiting: await waitingOf(tx, id),
      contacts: await contactsOf(tx, id),
      tasks: await tasksOf(tx, id),
    };
  });
}

/** See `DeskStore.historyAround`. Ids that belong to a station begin with its own and a slash; a nought follows the slash. */
export function historyAround(
  context: StoreContext,
  stations: readonly StationId[],
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<readonly HistoryRow[]> {
  return context.engine.read(async (tx) => {
    const found: HistoryRow[] = [];
    for (const id of stations) {
      const rows = await tx
        .selectFrom('history')
        .selectAll()
        .where((on) =>
          on.or([
            on('subject_id', '=', id),
            on.and([on('subject_id', '>', `${id}/`), on('subject_id', '<', `${id}0`)]),
          ]),
        )
        .where('seq', '<', before)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      found.push(...rows.map(historyRow));
    }
    return found.sort((a, b) => b.seq - a.seq).slice(0, limit);
  });
}

const STANDING: readonly Status[] = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'active',
  'suspended',
  'rectifying',
  'exit-proposed',
  'exit-notice',
];

/** See `DeskStore.standingNear`. Two questions, because no index answers both at once. */
export function standingNear(
  context: StoreContext,
  regions: readonly RegionCode[],
  [west, south, east, north]: Box,
): Promise<readonly Station[]> {
  return context.engine.read(async (tx) => {
    const standing = tx.selectFrom('station').select(['id', 'record']).where('status', 'in', STANDING);
    const near = await standing
      .where('lat', '>=', south)
      .where('lat', '<=', north)
      .where('lng', '>=', west)
      .where('lng', '<=', east)
      .execute();
    const within = regions.length === 0 ? [] : await standing.where('region', 'in', regions).execute();
    const records = new Map([...near, ...within].map(({ id, record }) => [id, record]));
    return [...records.values()].map(decodeRecord);
  });
}
