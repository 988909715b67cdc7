import type { StoreContext } from '../context.ts';
import type { DeskStore } from '../port/desk.ts';

export function deskStore(_context: StoreContext): DeskStore {
  return {};
}
