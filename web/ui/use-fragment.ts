import { useMemo, useSyncExternalStore } from 'react';
import { type Fragment, readFragment } from './fragment.ts';

/** The router tells of its own steps by these names; the browser tells of the others. */
const EVENTS = ['hashchange', 'popstate', 'pushState', 'replaceState'] as const;

function subscribe(changed: () => void): () => void {
  for (const event of EVENTS) window.addEventListener(event, changed);
  return () => {
    for (const event of EVENTS) window.removeEventListener(event, changed);
  };
}

/** What stands behind the `#` now; the same object until it changes. */
export function useFragment(): Fragment {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => readFragment(hash), [hash]);
}
