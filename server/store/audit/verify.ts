import type { Instant } from '../../../shared/kernel/instant.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { GENESIS, macOf } from '../chain.ts';
import { type Counter, type Engine, readCounter, type Tx } from '../engine.ts';
import { type HighWater, openHighWater } from '../highwater.ts';
import { engineOf } from '../open.ts';

export type Verifying = {
  readonly url: string;
  readonly historyKey: string;
  /** Path of the high-water file. */
  readonly highWater: string;
  /** The first seq to look at; the row before it is believed. 1 = all. */
  readonly since: number;
};

/** What became of the chain. `brokenAt`: the first seq that is missing or not as it was written; null = whole. */
export type Verified = {
  readonly rows: number;
  readonly last: { readonly seq: number; readonly at: Instant; readonly mac: string } | null;
  readonly brokenAt: number | null;
  /** Rows that say the register was put back from a backup. */
  readonly restores: readonly { readonly seq: number; readonly at: Instant }[];
  /** Whether the end could be told from an earlier one: the file that remembers how far the register had come is there. */
  readonly hasMark: boolean;
};

const PAGE = 1000;

/**
 * Recomputes the chain without opening the register as a server does: a register whose end was cut off would be taken for a
 * restored backup, and made whole again. The file beside it remembers how far it had come, so a missing end is seen.
 */
export async function verifyRegister(verifying: Verifying): Promise<Verified> {
  const engine = await engineOf(verifying.url);
  const highWater = await openHighWater(verifying.highWater);
  try {
    // Read before the rows: what is written meanwhile can only take the register further.
    const mark = await highWater.read();
    return await verifyChain(engine, verifying, mark);
  } finally {
    await engine.close();
    await highWater.close();
  }
}

function verifyChain(
  engine: Engine,
  { historyKey, since }: Verifying,
  mark: Awaited<ReturnType<HighWater['read']>>,
): Promise<Verified> {
  return engine.read(async (tx) => {
    const counter = await readCounter(tx);
    let prev = since > 1 ? await macAt(tx, since - 1) : GENESIS;
    let seq = since - 1;
    let [last, brokenAt]: [Verified['last'], number | null] = [null, prev === null ? since - 1 : null];
    const restores: { seq: number; at: Instant }[] = [];
    while (brokenAt === null) {
      const rows = await pageAfter(tx, seq);
      for (const { mac, ...row } of rows) {
        if (row.seq !== seq + 1 || row.prev_mac !== prev || mac !== macOf(row, historyKey)) {
          brokenAt = seq + 1;
          break;
        }
        [prev, seq, last] = [mac, row.seq, { seq: row.seq, at: instant(row.at), mac }];
        if (row.subject === 'store' && row.step === 'restore') restores.push({ seq: row.seq, at: instant(row.at) });
      }
      if (rows.length < PAGE) break;
    }
    if (brokenAt === null && seq < (await endOf(tx, counter, mark))) brokenAt = seq + 1;
    if (brokenAt === null && seq !== counter.seq) brokenAt = Math.min(seq, counter.seq) + 1;
    return { rows: seq - since + 1, last, brokenAt, restores, hasMark: mark !== null };
  });
}

/** How far the register is known to have come. A mark of another line of it than today's says nothing. */
async function endOf(tx: Tx, counter: Counter, mark: Counter | null): Promise<number> {
  if (mark === null) return counter.seq;
  const isOurs =
    mark.epoch === counter.epoch ||
    (await tx.selectFrom('epoch').select('epoch').where('epoch', '=', mark.epoch).executeTakeFirst()) === undefined;
  return isOurs ? Math.max(mark.seq, counter.seq) : counter.seq;
}

function pageAfter(tx: Tx, seq: number) {
  return tx.selectFrom('history').selectAll().where('seq', '>', seq).orderBy('seq').limit(PAGE).execute();
}

async function macAt(tx: Tx, seq: number): Promise<string | null> {
  const row = await tx.selectFrom('history').select('mac').where('seq', '=', seq).executeTakeFirst();
  return row?.mac ?? null;
}

/** The first row of an instant or later, so that a day can be named instead of a number. */
export async function seqSince(url: string, at: Instant): Promise<number> {
  const engine = await engineOf(url);
  try {
    return await engine.read(async (tx) => {
      const row = await tx
        .selectFrom('history')
        .select('seq')
        .where('at', '>=', at)
        .orderBy('seq')
        .limit(1)
        .executeTakeFirst();
      return row?.seq ?? (await readCounter(tx)).seq + 1;
    });
  } finally {
    await engine.close();
  }
}
