import { instant } from '../../shared/kernel/instant.ts';
import type { UnionId } from '../../shared/station/station.ts';
import { GENESIS, macOf } from './chain.ts';
import type { StoreContext } from './context.ts';
import { readCounter, type Tx } from './engine.ts';
import type { HistoryRow } from './port.ts';
import { decodeFields, decodeRecord } from './record.ts';
import type { HistoryRecord } from './schema.ts';

const PAGE = 1000;

export function historyOf(context: StoreContext, subjectId: string): Promise<readonly HistoryRow[]> {
  return context.engine.read(async (tx) => {
    const rows = await tx
      .selectFrom('history')
      .selectAll()
      .where('subject_id', '=', subjectId)
      .orderBy('seq')
      .execute();
    return rows.map(historyRow);
  });
}

/** See `Store.eachHistory`: one consistent read in seq order. */
export function eachHistory(
  context: StoreContext,
  visit: (rows: readonly HistoryRow[]) => void | Promise<void>,
  upToSeq?: number,
): Promise<void> {
  return context.engine.read(async (tx) => {
    const { seq } = await readCounter(tx);
    await eachPage(tx, Math.min(seq, upToSeq ?? seq), (rows) => visit(rows.map(historyRow)));
  });
}

/**
 * Recomputes every mac. `brokenAt` = the first seq that is missing or whose row, or a row before it, is not what was written;
 * null when the chain is whole and ends where the counter stands.
 */
export function verifyHistory(
  context: StoreContext,
): Promise<{ readonly rows: number; readonly brokenAt: number | null }> {
  return context.engine.read(async (tx) => {
    const counter = await readCounter(tx);
    let [prev, rows]: [string, number] = [GENESIS, 0];
    let brokenAt: number | null = null;
    await eachPage(tx, Number.MAX_SAFE_INTEGER, (page) => {
      for (const row of page) {
        if (brokenAt !== null) return;
        const { mac, ...content } = row;
        const whole = row.seq === rows + 1 && row.prev_mac === prev && mac === macOf(content, context.historyKey);
        if (!whole) brokenAt = rows + 1;
        else [prev, rows] = [mac, row.seq];
      }
    });
    if (brokenAt === null && rows !== counter.seq) brokenAt = rows + 1;
    return { rows, brokenAt };
  });
}

async function eachPage(
  tx: Tx,
  upTo: number,
  visit: (rows: readonly HistoryRecord[]) => void | Promise<void>,
): Promise<void> {
  let after = 0;
  for (;;) {
    const rows = await tx
      .selectFrom('history')
      .selectAll()
      .where('seq', '>', after)
      .where('seq', '<=', upTo)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    if (rows.length > 0) await visit(rows);
    const last = rows[PAGE - 1];
    if (!last) return;
    after = last.seq;
  }
}

export function historyRow(row: HistoryRecord): HistoryRow {
  const first = row.subject === 'station' && row.before === null;
  return {
    seq: row.seq,
    at: instant(row.at),
    effectiveOn: row.effective_on,
    commandId: row.command_id,
    actor: row.actor,
    union: row.union_id as UnionId,
    subject: row.subject as HistoryRow['subject'],
    subjectId: row.subject_id,
    step: row.step,
    reason: row.reason,
    before: row.before === null ? null : fieldsOf(row, row.before),
    after: first ? { ...decodeRecord(row.after) } : fieldsOf(row, row.after),
    schema: row.schema,
  };
}

function fieldsOf(row: HistoryRecord, text: string): Record<string, unknown> {
  // Only stations have packed fields; a calendar year also has a field of its own called like one of theirs.
  return row.subject === 'station' ? decodeFields(text) : JSON.parse(text);
}
