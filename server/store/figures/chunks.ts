import type { StoreContext } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { FactChunk } from '../port/figures.ts';

/** See `FiguresStore.eachFactChunk`. One at a time: together they may be larger than what is made of them. */
export function eachFactChunk(
  context: StoreContext,
  format: number,
  visit: (chunk: FactChunk) => void | Promise<void>,
): Promise<void> {
  return context.engine.read(async (tx) => {
    for (let after = 0; ; ) {
      const row = await tx
        .selectFrom('fact_chunk')
        .selectAll()
        .where('from_seq', '=', after + 1)
        .where('format', '=', format)
        .executeTakeFirst();
      if (!row || row.mac !== (await macAt(tx, row.to_seq))) return;
      const { buffer, byteOffset, byteLength } = row.bytes;
      await visit({ fromSeq: row.from_seq, toSeq: row.to_seq, bytes: new Uint8Array(buffer, byteOffset, byteLength) });
      after = row.to_seq;
    }
  });
}

/**
 * See `FiguresStore.keepFactChunk`. Without the counter row: nothing of this is truth, and people's writes need not wait for it. The mac
 * of the last row binds a chunk to the history it was made of.
 */
export async function keepFactChunk(
  context: StoreContext,
  format: number,
  { fromSeq, toSeq, bytes }: FactChunk,
): Promise<void> {
  await context.engine.write(async (tx) => {
    await tx.deleteFrom('fact_chunk').where('format', '<>', format).execute();
    const mac = await macAt(tx, toSeq);
    if (mac === null || !(await isWanted(tx, fromSeq))) return;
    await tx
      .insertInto('fact_chunk')
      .values({ from_seq: fromSeq, to_seq: toSeq, format, mac, bytes: Buffer.from(bytes) })
      // Two processes at once: who comes second finds it done.
      .onConflict((row) => row.column('from_seq').doNothing())
      .execute();
  });
}

/** See `FiguresStore.dropFactChunks`. */
export async function dropFactChunks(context: StoreContext): Promise<void> {
  await context.engine.write((tx) => tx.deleteFrom('fact_chunk').execute());
}

/** Whether the chunk goes on where one ends and none stands there; what was made of another history goes. */
async function isWanted(tx: Tx, fromSeq: number): Promise<boolean> {
  const before = await tx
    .selectFrom('fact_chunk')
    .select('from_seq')
    .where('to_seq', '=', fromSeq - 1)
    .executeTakeFirst();
  if (before === undefined && fromSeq !== 1) return false;
  const there = await tx
    .selectFrom('fact_chunk')
    .select(['to_seq', 'mac'])
    .where('from_seq', '=', fromSeq)
    .executeTakeFirst();
  if (there && there.mac === (await macAt(tx, there.to_seq))) return false;
  await tx.deleteFrom('fact_chunk').where('from_seq', '>=', fromSeq).execute();
  return true;
}

async function macAt(tx: Tx, seq: number): Promise<string | null> {
  const row = await tx.selectFrom('history').select('mac').where('seq', '=', seq).executeTakeFirst();
  return row?.mac ?? null;
}
