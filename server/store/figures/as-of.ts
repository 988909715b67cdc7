import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { AsOf } from '../../../shared/stats/question.ts';
import { firstAt } from '../audit/page.ts';
import { readCounter, type Tx } from '../engine.ts';

/** See `FiguresStore.newestRow`. A register has rows from its first moment. */
export async function newestRow(tx: Tx): Promise<AsOf> {
  const { seq } = await readCounter(tx);
  const row = await rowOf(tx, seq);
  if (row === null) throw new Error(`history has no row ${seq} though the counter says so`);
  return row;
}

/** See `FiguresStore.asOfSeq`. */
export async function rowOf(tx: Tx, seq: number): Promise<AsOf | null> {
  const row = await tx.selectFrom('history').select('at').where('seq', '=', seq).executeTakeFirst();
  return row ? { seq, at: instant(row.at) } : null;
}

/** See `FiguresStore.asOfAt`. */
export async function lastAt(tx: Tx, time: Instant): Promise<AsOf | null> {
  const { seq } = await readCounter(tx);
  return rowOf(tx, (await firstAt(tx, instant(time + 1), seq)) - 1);
}
