import type { StoreContext } from '../context.ts';
import type { FiguresStore } from '../port/figures.ts';

export function figuresStore(_context: StoreContext): FiguresStore {
  return {};
}
