import type { Entry, EntryKept } from '../../../shared/station/entry.ts';
import type { Tx } from '../engine.ts';
import type { EntryWrite } from '../port/entries.ts';
import { heldEntries } from './read.ts';
import { slotTaken } from './write.ts';

/**
 * What a ledger says that is not written down yet: under an id made of what it is about. A withdrawn entry is not put back, and what a
 * person kept in the same slot is not written over.
 */
export async function newsAmong(tx: Tx, said: readonly EntryKept[]): Promise<readonly EntryWrite[]> {
  if (said.length === 0) return [];
  const held = await heldEntries(
    tx,
    said.map(({ id }) => id),
  );
  const writes = new Map<string, EntryWrite>();
  for (const kept of said) {
    const before = held.get(kept.id)?.entry ?? null;
    if (before === null && (await slotTaken(tx, kept)) !== null) continue;
    const write = writeOf(kept, before);
    if (write !== null) writes.set(kept.id, write);
  }
  return [...writes.values()];
}

function writeOf(kept: EntryKept, before: Entry | null): EntryWrite | null {
  if (before === null) return { step: 'keep', before, after: { ...kept, isWithdrawn: false, rev: 1 }, reason: null };
  if (before.isWithdrawn || JSON.stringify(before.body) === JSON.stringify(kept.body)) return null;
  const after: Entry = { ...kept, note: before.note, isWithdrawn: false, rev: before.rev + 1 };
  return { step: 'correct', before, after, reason: null };
}
