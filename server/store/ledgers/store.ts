import type { StoreContext } from '../context.ts';
import type { LedgersStore } from '../port/ledgers.ts';

export function ledgersStore(_context: StoreContext): LedgersStore {
  return {};
}
