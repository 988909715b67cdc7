import type { Instant } from '../../../shared/kernel/instant.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { StoreContext } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { Doing, FiguresStore } from '../port/figures.ts';
import { lastAt, newestRow, rowOf } from './as-of.ts';
import { dropFactChunks, eachFactChunk, keepFactChunk } from './chunks.ts';
import { eachLineAfter } from './lines.ts';
import { eachMeasured } from './measured.ts';

export function figuresStore(context: StoreContext): FiguresStore {
  const { engine } = context;
  return {
    newestRow: () => engine.read(newestRow),
    asOfAt: (time: Instant) => engine.read((tx) => lastAt(tx, time)),
    asOfSeq: (seq) => engine.read((tx) => rowOf(tx, seq)),
    eachLineAfter: (from, visit) => eachLineAfter(context, from, visit),
    eachFactChunk: (format, visit) => eachFactChunk(context, format, visit),
    keepFactChunk: (format, chunk) => keepFactChunk(context, format, chunk),
    dropFactChunks: () => dropFactChunks(context),
    eachMeasured: (span, visit) => engine.read((tx) => eachMeasured(tx, span, visit)),
    doings: (seqs) => engine.read((tx) => doings(tx, seqs)),
  };
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
