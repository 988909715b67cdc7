import { useSyncExternalStore } from 'react';

const DARK = '(prefers-color-scheme: dark)';

/** Whether the device asks for dark; the tokens of the page follow with it. */
export function useDark(): boolean {
  return useSyncExternalStore(watch, isDark);
}

function watch(changed: () => void): () => void {
  const media = window.matchMedia(DARK);
  // Safari before 14 knows the older name alone; the floor is 15.
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

function isDark(): boolean {
  const { matches } = window.matchMedia(DARK);
  const { dataset } = document.documentElement;
  if (matches) dataset.theme = 'dark';
  else delete dataset.theme;
  return matches;
}
