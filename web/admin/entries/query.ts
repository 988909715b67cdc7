import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { ENTRY_KINDS, type EntryKind } from '../../../shared/station/entry.ts';

const NAMES = ['kind', 'union', 'station', 'from', 'to', 'overdue', 'withdrawn', 'after', 'new'] as const;
type Name = (typeof NAMES)[number];
export type Query = { readonly [N in Name]?: string };
export type Change = { readonly [N in Name]?: string | undefined };

export type EntriesQuery = {
  readonly query: Query;
  readonly kind: EntryKind;
  /** Lays a change over what is there; all but the place leads back to the first page. */
  readonly change: (change: Change) => void;
};

/** What is looked at stands in the address: it can be sent to a colleague, and going back goes back. */
export function useEntriesQuery(): EntriesQuery {
  const search = useSearch();
  const [, go] = useLocation();
  const query = useMemo(() => read(search), [search]);
  return {
    query,
    kind: ENTRY_KINDS.find((kind) => kind === query.kind) ?? 'inspection',
    change: (change) => {
      const next = { ...query, after: undefined, new: undefined, ...change };
      const said = Object.entries(next).flatMap(([name, value]) => (value ? [[name, value]] : []));
      const text = new URLSearchParams(said).toString();
      go(text === '' ? '/entries' : `/entries?${text}`);
    },
  };
}

function read(search: string): Query {
  const found = new URLSearchParams(search);
  return Object.fromEntries(NAMES.flatMap((name) => (found.get(name) ? [[name, found.get(name)]] : [])));
}

/** As the server is asked. */
export function askedOf({ new: _, ...query }: Query, kind: EntryKind): { readonly [name: string]: string | undefined } {
  return { ...query, kind };
}
