import type { StoreContext } from '../context.ts';
import type { UnionsStore } from '../port/unions.ts';

export function unionsStore(_context: StoreContext): UnionsStore {
  return {};
}
