import type { StoreContext } from '../context.ts';
import type { EntriesStore } from '../port/entries.ts';

export function entriesStore(_context: StoreContext): EntriesStore {
  return {};
}
