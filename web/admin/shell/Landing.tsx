import { useContext, useEffect } from 'react';
import { ArrivalContext, landOn } from '../../desk/arrival.ts';

/** Stands behind a page in its `Suspense`: runs when the page is there, and has its heading take the keyboard. */
export function Landing({ path }: { path: string }) {
  const arrival = useContext(ArrivalContext);
  useEffect(() => {
    if (arrival.path === path) return;
    arrival.isDue = arrival.path !== null;
    arrival.path = path;
    if (!arrival.isDue) return;
    window.scrollTo(0, 0);
    // A page that still waits for its answer has no heading yet: it takes the keyboard when it comes (`PageHead`).
    landOn(arrival, document.querySelector<HTMLElement>('main h1'));
  }, [arrival, path]);
  return null;
}
