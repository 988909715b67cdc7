import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { parseCode } from '../../shared/station/code.ts';
import { parsePlaqueTag } from '../../shared/station/plaque-key.ts';
import { usePorts } from '../ui/use-ports.tsx';

/**
 * Whether the page was opened by scanning the plaque at the door, and that was counted. What proves it is taken out of the address
 * at once, so that no link passed on, bookmark or reload counts again.
 */
export function useVisit(text: string): boolean {
  const { visits } = usePorts();
  const search = useSearch();
  const [path, go] = useLocation();
  const [counted, count] = useState<string | null>(null);
  useEffect(() => {
    const query = new URLSearchParams(search);
    const tag = query.get('k');
    if (tag === null) return;
    query.delete('k');
    const rest = query.toString();
    go(rest === '' ? path : `${path}?${rest}`, { replace: true });
    const code = parseCode(text);
    if (!code.ok || parsePlaqueTag(tag) === null) return;
    const noted = visits.load().then((desk) => desk.note(code.value, tag));
    // A count that cannot be made is nobody's trouble.
    noted.then(
      (isCounted) => isCounted && count(text),
      () => undefined,
    );
  }, [search, path, go, text, visits]);
  return counted === text;
}
