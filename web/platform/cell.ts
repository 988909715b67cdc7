/** A value of the world that screens watch: `get` answers the same object until something else was put. */
export type Cell<T> = {
  get(): T;
  put(next: T): void;
  subscribe(changed: () => void): () => void;
};

export function cell<T>(first: T): Cell<T> {
  let value = first;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    put: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const changed of [...watchers]) changed();
    },
    subscribe: (changed) => {
      watchers.add(changed);
      return () => {
        watchers.delete(changed);
      };
    },
  };
}
