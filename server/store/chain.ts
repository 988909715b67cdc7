import { createHmac } from 'node:crypto';
import type { Instant } from '../../shared/kernel/instant.ts';
import { instant } from '../../shared/kernel/instant.ts';
import type { Counter, Tx } from './engine.ts';
import { insertRows } from './insert.ts';
import type { HistoryRow } from './port.ts';
import { RECORD_SCHEMA } from './record.ts';
import type { HistoryRecord } from './schema.ts';

const COLUMNS = [
  'seq',
  'at',
  'effective_on',
  'command_id',
  'actor',
  'union_id',
  'subject',
  'subject_id',
  'step',
  'reason',
  'before',
  'after',
  'schema',
  'prev_mac',
  'mac',
] as const satisfies readonly (keyof HistoryRecord)[];

/** `prev_mac` of the first row. */
export const GENESIS = '0'.repeat(64);

/** What happened, before the chain gives it a place; `before` and `after` in written form. */
export type Entry = {
  readonly effectiveOn: string;
  readonly subject: HistoryRow['subject'];
  readonly subjectId: string;
  readonly step: string;
  readonly reason: string | null;
  readonly before: string | null;
  readonly after: string;
};

/** Who did it all, in one command. */
export type Doer = { readonly commandId: string; readonly actor: string; readonly union: string };

/** The end of the chain as the holder of the counter row sees it. */
export type ChainEnd = { readonly seq: number; readonly at: Instant; readonly mac: string };

/**
 * Instant of the commit about to be made: later than the last one by at least 1 ms, so that an instant names
 * one commit and thereby one seq, its last. Rows of one commit share it.
 */
export async function chainEnd(tx: Tx, counter: Counter, now: Instant): Promise<ChainEnd> {
  const last = await tx.selectFrom('history').select(['at', 'mac']).where('seq', '=', counter.seq).executeTakeFirst();
  if (!last && counter.seq > 0) throw new Error(`history has no row ${counter.seq} though the counter says so`);
  return { seq: counter.seq, at: instant(Math.max(now, (last?.at ?? 0) + 1)), mac: last?.mac ?? GENESIS };
}

/** Appends rows `end.seq + 1 …` and moves the counter there. */
export async function appendHistory(
  tx: Tx,
  end: ChainEnd,
  what: { readonly key: string; readonly doer: Doer; readonly entries: readonly Entry[] },
): Promise<{ readonly seq: number }> {
  let prev = end.mac;
  const rows = what.entries.map((entry, i): HistoryRecord => {
    const row = {
      seq: end.seq + 1 + i,
      at: end.at,
      effective_on: entry.effectiveOn,
      command_id: what.doer.commandId,
      actor: what.doer.actor,
      union_id: what.doer.union,
      subject: entry.subject,
      subject_id: entry.subjectId,
      step: entry.step,
      reason: entry.reason,
      before: entry.before,
      after: entry.after,
      schema: RECORD_SCHEMA,
      prev_mac: prev,
    };
    prev = macOf(row, what.key);
    return { ...row, mac: prev };
  });
  const seq = end.seq + rows.length;
  await tx.updateTable('counter').set({ seq }).execute();
  await insertRows(tx, { table: 'history', columns: COLUMNS, tail: '' }, rows);
  return { seq };
}

/** HMAC-SHA-256 over the row's columns as a JSON list in the order above, the previous mac included. Hex. */
export function macOf(row: Omit<HistoryRecord, 'mac'>, key: string): string {
  const content = JSON.stringify([
    row.seq,
    row.at,
    row.effective_on,
    row.command_id,
    row.actor,
    row.union_id,
    row.subject,
    row.subject_id,
    row.step,
    row.reason,
    row.before,
    row.after,
    row.schema,
    row.prev_mac,
  ]);
  return createHmac('sha256', key).update(content).digest('hex');
}
