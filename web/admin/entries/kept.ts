import type { EntryKind } from '../../../shared/station/entry.ts';
import { isRecord } from '../../../shared/words/value.ts';
import type { KeyValue } from '../../platform/key-value.ts';
import type { Typed } from './typed.ts';

/**
 * A form that was not sent, or of which nobody knows whether it arrived. `entry` and `command` were rolled for it: sent again, it is
 * the same entry and the same command.
 */
export type KeptEntry = { readonly typed: Typed; readonly entry: string; readonly command: string };

type EntryShelf = { read(): KeptEntry | null; write(kept: KeptEntry): void; drop(): void };

const VERSION = 1;

/** One form for each account, kind and entry; `entry` is `new` for one that is not on the server yet. */
export function entryShelf(
  notes: KeyValue,
  account: string,
  { kind, entry }: { readonly kind: EntryKind; readonly entry: string },
): EntryShelf {
  const key = `entry-draft ${account} ${kind} ${entry}`;
  return {
    read: () => keptIn(notes.get(key)),
    write: (kept) => {
      notes.put(key, JSON.stringify({ version: VERSION, ...kept }));
    },
    drop: () => notes.remove(key),
  };
}

function keptIn(text: string | null): KeptEntry | null {
  const value = jsonOf(text);
  if (!isRecord(value) || value.version !== VERSION || !isRecord(value.typed)) return null;
  const { typed, entry, command } = value;
  return typeof entry === 'string' && typeof command === 'string' ? { typed, entry, command } : null;
}

function jsonOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // Cut off by a full disk: as good as none.
  }
}
