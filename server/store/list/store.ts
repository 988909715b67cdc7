import type { StoreContext } from '../context.ts';
import type { ListStore } from '../port/list.ts';

export function listStore(_context: StoreContext): ListStore {
  return {};
}
