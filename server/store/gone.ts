import type { DateText } from '../../shared/kernel/instant.ts';
import type { StationCode } from '../../shared/station/code.ts';
import { exitReasonOf } from '../../shared/station/decide-exit.ts';
import { toPublic } from '../../shared/station/public.ts';
import type { Station } from '../../shared/station/station.ts';
import type { StoreContext } from './context.ts';
import type { Tx } from './engine.ts';
import { isPublished } from './marks.ts';
import type { GoneStation } from './port.ts';
import { decodeRecord } from './record.ts';

/** A chain of successors longer than this is none that people made. */
const MAX_MOVES = 32;

/** See `Store.goneByCode`. */
export function goneByCode(context: StoreContext, code: StationCode): Promise<GoneStation | null> {
  return context.engine.read(async (tx) => {
    const station = await stationOf(tx, code);
    const status = station?.status;
    if (!station || (status !== 'retired' && status !== 'merged' && status !== 'relocated')) return null;
    const { on, reason } = await leaving(tx, station);
    return {
      status,
      station: toPublic(station),
      on,
      exit: status === 'retired' ? exitReasonOf(reason ?? '') : null,
      current: await currentOf(tx, station),
    };
  });
}

async function stationOf(tx: Tx, code: StationCode): Promise<Station | null> {
  const row = await tx.selectFrom('station').select('record').where('code', '=', code).executeTakeFirst();
  return row ? decodeRecord(row.record) : null;
}

/** The last step that changed its status: history knows of those that left before there were marks, too. */
async function leaving(tx: Tx, { id }: Station): Promise<{ readonly on: DateText; readonly reason: string | null }> {
  const rows = await tx
    .selectFrom('history')
    .select(['effective_on', 'reason', 'after'])
    .where('subject', '=', 'station')
    .where('subject_id', '=', id)
    .orderBy('seq', 'desc')
    .execute();
  const row = rows.find(({ after }) => 'status' in JSON.parse(after));
  if (!row) throw new Error(`history knows no status of ${id}`);
  return { on: row.effective_on as DateText, reason: row.reason };
}

/** The published station at the end of the chain, however many moves ago; null where it ends in one that is given up. */
async function currentOf(tx: Tx, gone: Station): Promise<StationCode | null> {
  let code = gone.successor;
  for (let moves = 0; code !== null && moves < MAX_MOVES; moves++) {
    const next: Station | null = await stationOf(tx, code);
    if (next === null) return null;
    if (isPublished(next.status)) return code;
    code = next.successor;
  }
  return null;
}
