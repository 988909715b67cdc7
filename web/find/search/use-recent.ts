import { useState } from 'react';
import { usePorts } from '../../ui/use-ports.tsx';
import { type Recent, readRecent, recentText, withoutRecent, withRecent } from './recent.ts';

export type RecentSearches = {
  readonly list: Recent;
  readonly add: (typed: string) => void;
  readonly drop: (text: string) => void;
  readonly clear: () => void;
};

/** Where nothing is kept (a private window) nothing is shown either: it would look like a memory. */
export function useRecent(): RecentSearches {
  const { recent } = usePorts();
  const [list, show] = useState(() => readRecent(recent.read()));
  const keep = (next: Recent) => {
    const isKept = recent.write(recentText(next));
    if (!isKept) recent.write(null);
    show(isKept ? next : []);
  };
  return {
    list,
    // Another tab may have added its own meanwhile.
    add: (typed) => keep(withRecent(readRecent(recent.read()), typed)),
    drop: (text) => keep(withoutRecent(readRecent(recent.read()), text)),
    clear: () => keep([]),
  };
}
