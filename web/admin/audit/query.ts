import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { addDays, instantAt, isoText, parseDate } from '../../../shared/kernel/instant.ts';

const NAMES = ['from', 'to', 'actor', 'union', 'step', 'subject', 'code', 'station', 'reason', 'before'] as const;
type Name = (typeof NAMES)[number];
/** As the address has it: `from` and `to` are days, both of them meant. */
export type Query = { readonly [N in Name]?: string };
export type Change = { readonly [N in Name]?: string | undefined };

export type AuditQuery = {
  readonly query: Query;
  /** Lays a change over what is there; all but the place leads back to the newest row. */
  readonly change: (change: Change) => void;
};

export function useAuditQuery(): AuditQuery {
  const search = useSearch();
  const [, go] = useLocation();
  const query = useMemo(() => read(search), [search]);
  return {
    query,
    change: (change) => {
      const said = Object.entries({ ...query, before: undefined, ...change }).flatMap(([name, value]) =>
        value ? [[name, value]] : [],
      );
      const text = new URLSearchParams(said).toString();
      go(text === '' ? '/history' : `/history?${text}`);
    },
  };
}

function read(search: string): Query {
  const found = new URLSearchParams(search);
  return Object.fromEntries(NAMES.flatMap((name) => (found.get(name) ? [[name, found.get(name)]] : [])));
}

/** As the server is asked: a day begins at midnight in China, and the last one is meant whole. */
export function askedOf({ from, to, ...rest }: Query): { readonly [name: string]: string | undefined } {
  return { ...rest, from: startOf(from, 0), to: startOf(to, 1) };
}

function startOf(text: string | undefined, later: number): string | undefined {
  const day = text === undefined ? null : parseDate(text);
  return day === null ? undefined : isoText(instantAt(addDays(day, later), 0));
}

/** Of an export: where the screen stands in the list does not matter. */
export function filterOf({ before: _, ...query }: Query): { readonly [name: string]: string | undefined } {
  return askedOf(query);
}
