import { Redirect, useSearch } from 'wouter';
import { searchHash } from '../search/use-typed.ts';

/** Where the phone's share sheet leads: what was shared goes behind the `#` of the search, out of the address a server sees. */
export function Share() {
  const search = useSearch();
  return <Redirect to={`/search${searchHash(sharedText(search))}`} replace />;
}

/** Map apps put the link now into `url`, now into `text`; a title alone is a name to look for. */
export function sharedText(search: string): string {
  const query = new URLSearchParams(search);
  const [title, text, url] = ['title', 'text', 'url'].map((name) => (query.get(name) ?? '').trim());
  const parts = [title, text, url].filter((part): part is string => part !== undefined && part !== '');
  return parts
    .filter((part, at) => !parts.some((other, place) => place !== at && isHeld(part, at, [other, place])))
    .join(' ');
}

/** Said again in another part; of two equal ones the first stays. */
function isHeld(part: string, at: number, [other, place]: readonly [string, number]): boolean {
  return other.includes(part) && (other !== part || place < at);
}
