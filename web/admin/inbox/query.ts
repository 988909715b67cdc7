import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { INBOX_STATES } from '../../../shared/wire/routes/inbox.ts';

export type InboxState = (typeof INBOX_STATES)[number];
const NAMES = ['state', 'kind', 'region', 'overdue', 'station', 'after'] as const;
type Name = (typeof NAMES)[number];
export type Query = { readonly [N in Name]?: string };

export type InboxQuery = {
  readonly query: Query;
  readonly state: InboxState;
  /** Lays a change over what is there; all but the place leads back to the first page. */
  readonly change: (change: { readonly [N in Name]?: string | undefined }) => void;
};

/** What is asked for stands in the address: it can be sent to a colleague, and going back goes back. */
export function useInboxQuery(): InboxQuery {
  const search = useSearch();
  const [, go] = useLocation();
  const query = useMemo(() => read(search), [search]);
  return {
    query,
    state: INBOX_STATES.find((state) => state === query.state) ?? 'open',
    change: (change) => {
      const next = { ...query, after: undefined, ...change };
      const said = Object.entries(next).flatMap(([name, value]) => (value ? [[name, value]] : []));
      const text = new URLSearchParams(said).toString();
      go(text === '' ? '/reports' : `/reports?${text}`);
    },
  };
}

function read(search: string): Query {
  const found = new URLSearchParams(search);
  return Object.fromEntries(NAMES.flatMap((name) => (found.get(name) ? [[name, found.get(name)]] : [])));
}
