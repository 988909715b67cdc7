import { sql } from 'kysely';
import type { DateText, Instant } from '../../../shared/kernel/instant.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { StoreContext } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { Doing, FiguresStore, MeasuredDay } from '../port/figures.ts';
import { lastAt, newestRow, rowOf } from './as-of.ts';
import { eachFactChunk, keepFactChunk } from './chunks.ts';
import { eachLineAfter } from './lines.ts';

export function figuresStore(context: StoreContext): FiguresStore {
  const { engine } = context;
  return {
    newestRow: () => engine.read(newestRow),
    asOfAt: (time: Instant) => engine.read((tx) => lastAt(tx, time)),
    asOfSeq: (seq) => engine.read((tx) => rowOf(tx, seq)),
    eachLineAfter: (from, visit) => eachLineAfter(context, from, visit),
    eachFactChunk: (format, visit) => eachFactChunk(context, format, visit),
    keepFactChunk: (format, chunk) => keepFactChunk(context, format, chunk),
    measuredDays: (span) => engine.read((tx) => measuredDays(tx, span)),
    doings: (seqs) => engine.read((tx) => doings(tx, seqs)),
  };
}

type Span = Parameters<FiguresStore['measuredDays']>[0];

async function measuredDays(tx: Tx, { from, to, receivedBefore }: Span): Promise<readonly MeasuredDay[]> {
  const rows = await tx
    .selectFrom('visit_day')
    .select(['day', 'station_id', sql<number>`cast(sum(visits) as integer)`.as('visits')])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('received_on', '<', receivedBefore)
    .groupBy(['day', 'station_id'])
    .orderBy('day')
    .orderBy('station_id')
    .execute();
  return rows.map((row) => ({ day: row.day as DateText, station: row.station_id as StationId, visits: row.visits }));
}

async function doings(tx: Tx, seqs: readonly number[]): Promise<ReadonlyMap<number, Doing>> {
  if (seqs.length === 0) return new Map();
  const rows = await tx
    .selectFrom('history')
    .select(['seq', 'effective_on', 'actor', 'union_id', 'step', 'reason'])
    .where('seq', 'in', [...new Set(seqs)])
    .execute();
  return new Map(
    rows.map(({ seq, effective_on, actor, union_id, step, reason }) => [
      seq,
      { seq, effectiveOn: effective_on, actor, union: union_id as UnionId, step, reason },
    ]),
  );
}
