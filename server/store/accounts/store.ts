import type { StoreContext } from '../context.ts';
import type { AccountsStore } from '../port/accounts.ts';

export function accountsStore(_context: StoreContext): AccountsStore {
  return {};
}
