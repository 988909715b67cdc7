import type { Instant } from '../../../shared/kernel/instant.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { Tx } from '../engine.ts';
import { type Ledger, type LedgerLine, type LedgerState, ROW_KINDS, type RowKind } from '../port/ledgers.ts';
import type { LedgerRecord, LedgerRowRecord } from '../schema.ts';

export const LINE_COLUMNS = [
  'ledger',
  'number',
  'cells',
  'kind',
  'plan',
  'answer',
  'outcome',
] as const satisfies readonly (keyof LedgerRowRecord)[];

export function ledgerRecord(ledger: Ledger): LedgerRecord {
  const { id, union, door, state, version, at, changedAt, ...head } = ledger;
  return { id, union_id: union, door, state, version, at, changed_at: changedAt, head: JSON.stringify(head) };
}

export function ledgerOf(row: LedgerRecord): Ledger {
  const head: Omit<Ledger, 'id' | 'union' | 'door' | 'state' | 'version' | 'at' | 'changedAt'> = JSON.parse(row.head);
  return {
    id: row.id,
    union: row.union_id as UnionId,
    door: row.door === 'command' ? 'command' : 'desk',
    state: row.state as LedgerState,
    version: row.version,
    at: row.at as Instant,
    changedAt: row.changed_at as Instant,
    ...head,
  };
}

export function lineOf(row: LedgerRowRecord): LedgerLine {
  const { ledger: _, kind, ...line } = row;
  return { ...line, kind: kindOf(kind) };
}

export function kindOf(text: string | null): RowKind | null {
  return ROW_KINDS.find((kind) => kind === text) ?? null;
}

export async function findLedger(tx: Tx, id: string): Promise<Ledger | null> {
  const row = await tx.selectFrom('ledger').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? ledgerOf(row) : null;
}

export async function findLine(tx: Tx, id: string, number: number): Promise<LedgerLine | null> {
  const query = tx.selectFrom('ledger_row').selectAll().where('ledger', '=', id).where('number', '=', number);
  const row = await query.executeTakeFirst();
  return row ? lineOf(row) : null;
}

export async function writeLedger(tx: Tx, ledger: Ledger): Promise<void> {
  const { id, ...columns } = ledgerRecord(ledger);
  await tx.updateTable('ledger').set(columns).where('id', '=', id).execute();
}
