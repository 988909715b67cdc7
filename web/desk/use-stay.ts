import { useEffect, useRef } from 'react';
import { isRecord } from '../../shared/words/value.ts';

/**
 * While somebody's work goes on: closing or loading the page anew asks first, and the browser's way back stays here and is told. An
 * entry of our own lies on top of the history meanwhile, for a step back cannot be refused once it is taken.
 */
export function useStay(isBusy: boolean, told: () => void): void {
  const tell = useRef(told);
  tell.current = told;
  useEffect(() => {
    if (!isBusy) return;
    const lay = () => window.history.pushState(HERE, '');
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      event.returnValue = true; // Chrome before 119.
    };
    const stay = () => {
      lay();
      tell.current();
    };
    lay();
    window.addEventListener('beforeunload', ask);
    window.addEventListener('popstate', stay);
    return () => {
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('popstate', stay);
      // Unless the page went on to another one by itself.
      const { state } = window.history;
      if (isRecord(state) && state.stay === true) window.history.back();
    };
  }, [isBusy]);
}

const HERE = { stay: true } as const;
