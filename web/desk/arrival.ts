import { createContext } from 'react';

/** The page that was last come to; `isDue`: its heading has not yet taken the keyboard. One for the whole app. */
export type Arrival = { path: string | null; isDue: boolean };

export const ArrivalContext = createContext<Arrival>({ path: null, isDue: false });

/** The heading of a page just come to takes the keyboard, so that reading goes on from there. */
export function landOn(arrival: Arrival, heading: HTMLElement | null): void {
  if (!arrival.isDue || heading === null) return;
  arrival.isDue = false;
  // A field or dialog that the page opened with keeps it.
  if (document.activeElement?.closest('main, dialog, [role="dialog"]')) return;
  if (heading.tabIndex < 0) heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
