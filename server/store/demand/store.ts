import type { StoreContext } from '../context.ts';
import type { DemandStore } from '../port/demand.ts';

export function demandStore(_context: StoreContext): DemandStore {
  return {};
}
