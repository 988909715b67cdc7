import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useHash } from '../../ui/chosen-place.ts';

export type Typed = {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Puts what was typed into the address at once, so that coming back finds it. */
  readonly settle: () => void;
};

/** Browsers count how often the address changes, and a phone's keyboard changes a text at every letter. Milliseconds. */
const PAUSE = 300;

/**
 * What was typed lives in the address, so that coming back from a station shows the same results; behind the `#`, so
 * that no server sees it. Links with `?q=` are read too.
 */
export function useTyped(): Typed {
  const hash = useHash();
  const query = new URLSearchParams(useSearch()).get('q') ?? '';
  const inAddress = typedIn(hash) ?? query;
  const [, go] = useLocation();
  const [text, type] = useState(inAddress);
  const written = useRef(inAddress);
  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    type(inAddress);
  }, [inAddress]);
  const settle = () => {
    if (text === written.current && query === '') return;
    written.current = text;
    go(text === '' ? '/search' : `/search${searchHash(text)}`, { replace: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: settle belongs to this text
  useEffect(() => {
    const timer = setTimeout(settle, PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return { text, type, settle };
}

function typedIn(hash: string): string | null {
  const found = /[#&]q=([^&]*)/.exec(hash)?.[1];
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return found; // Escaped wrongly: shown as it stands.
  }
}

/** `#q=…` of a text. */
export function searchHash(text: string): string {
  return `#q=${encodeURIComponent(text)}`;
}
