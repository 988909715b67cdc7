import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Whether the page has been seen: what comes from then on must move nothing. Null outside an area. */
const Seen = createContext<{ readonly current: boolean } | null>(null);

/**
 * Where lines about the copy and the place stand. Those that are known with the first list stand above it; one that
 * comes later lies over the foot of the screen instead of pushing the list from under a finger, and one that goes leaves
 * its room. A new `key` begins again: give it what the person changes, because a tap may move things.
 */
export function StripsArea({ isReady, children }: { isReady: boolean; children: ReactNode }) {
  const seen = useRef(false);
  const area = useRef<HTMLDivElement>(null);
  const [held, hold] = useState(0);
  useLayoutEffect(() => {
    if (isReady) hold(area.current?.offsetHeight ?? 0);
  }, [isReady]);
  useEffect(() => {
    if (isReady) seen.current = true;
  }, [isReady]);
  return (
    <Seen.Provider value={seen}>
      <div ref={area} style={{ minHeight: held, display: 'flow-root' }}>
        {children}
      </div>
    </Seen.Provider>
  );
}

/** Of a line as it appears: true when the page around it had been seen before. */
export function useIsLate(): boolean {
  const seen = useContext(Seen);
  const [isLate] = useState(() => seen?.current === true);
  return isLate;
}
