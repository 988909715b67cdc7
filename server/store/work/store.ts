import type { StoreContext } from '../context.ts';
import type { WorkStore } from '../port/work.ts';
import { workPiles } from './piles.ts';

export function workStore(context: StoreContext): WorkStore {
  return { workPiles: (asked) => workPiles(context, asked) };
}
