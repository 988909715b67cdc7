import type { LedgerRow } from './words.ts';

/** Cells typed anew, by column. */
export type CellsTyped = Readonly<Record<number, string>>;

/** Those that differ from what the ledger holds. */
export function changed(row: LedgerRow, typed: CellsTyped) {
  return row.cells.flatMap(({ column, text }) => {
    const now = typed[column];
    return now === undefined || now === text ? [] : [{ column, text: now }];
  });
}
