import type { StoreContext } from '../context.ts';
import type { PlaquesStore } from '../port/plaques.ts';

export function plaquesStore(_context: StoreContext): PlaquesStore {
  return {};
}
