import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Reports, ReportsState } from '../sync/reports-state.ts';
import { usePorts } from '../ui/use-ports.tsx';

const NOTHING = () => () => undefined;

/** The reports of this phone, null for the moment in which they are opened. */
export function useReports(): { readonly reports: Reports; readonly state: ReportsState } | null {
  const { reports } = usePorts();
  const [opened, put] = useState<Reports | null>(null);
  useEffect(() => {
    let alive = true;
    reports.load().then(
      (come) => {
        if (alive) put(come);
      },
      (error) => {
        // A part of the app that is gone: the page says so, as for any other part.
        if (alive) {
          put(() => {
            throw error;
          });
        }
      },
    );
    return () => {
      alive = false;
    };
  }, [reports]);
  const state = useSyncExternalStore(opened?.subscribe ?? NOTHING, () => opened?.get() ?? null);
  return opened === null || state === null ? null : { reports: opened, state };
}
