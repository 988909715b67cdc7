import { useState } from 'react';
import type { ListItem } from '../../../shared/wire/list-view.ts';
import { MOST_CHOSEN } from '../../../shared/wire/routes/list.ts';

/** Stations somebody ticked, over several pages; as they were when they were ticked. */
export type Chosen = {
  readonly items: readonly ListItem[];
  readonly has: (id: string) => boolean;
  /** No more may be ticked. */
  readonly isFull: boolean;
  readonly set: (items: readonly ListItem[], on: boolean) => void;
  readonly clear: () => void;
};

export function useChosen(): Chosen {
  const [held, setHeld] = useState<ReadonlyMap<string, ListItem>>(new Map());
  return {
    items: [...held.values()],
    has: (id) => held.has(id),
    isFull: held.size >= MOST_CHOSEN,
    set: (items, on) =>
      setHeld((before) => {
        const next = new Map(before);
        for (const item of items) {
          if (!on) next.delete(item.id);
          else if (next.size < MOST_CHOSEN) next.set(item.id, item);
        }
        return next;
      }),
    clear: () => setHeld(new Map()),
  };
}
