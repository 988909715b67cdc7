import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { FIRST_COLUMNS, LIST_COLUMNS, type ListColumn } from '../../../shared/wire/list-columns.ts';
import { KEPT_NAMES, ListConditions, type ListFilter } from '../../../shared/wire/list-filter.ts';
import { parse } from '../../../shared/wire/parse.ts';

/** What the address says, as it is written there: conditions, order, place, columns, whether the map is shown. */
export type Query = { readonly [name: string]: string };
export type Change = { readonly [name: string]: string | undefined };

const PLACES = ['after', 'before'];
const NAMES = [...KEPT_NAMES, ...PLACES, 'size', 'columns', 'map'];

export type ListQuery = {
  readonly query: Query;
  /** Lays a change over what is there; a condition or an order that changes leads to the first page. */
  readonly change: (change: Change) => void;
  /** Another set of conditions in place of these. */
  readonly replace: (query: Query) => void;
};

/** The list's state is its address: it can be sent to a colleague, and going back goes back. */
export function useListQuery(): ListQuery {
  const search = useSearch();
  const [, go] = useLocation();
  const query = useMemo(() => readQuery(search), [search]);
  return {
    query,
    change: (change) => go(addressOf(changed(query, change))),
    replace: (next) => go(addressOf({ ...next, ...(query.map !== undefined && { map: query.map }) })),
  };
}

function readQuery(search: string): Query {
  const found = new URLSearchParams(search);
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = found.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
}

function changed(query: Query, change: Change): Query {
  const moves = Object.keys(change).some((name) => PLACES.includes(name));
  const stays = Object.keys(change).every((name) => name === 'columns' || name === 'map');
  const kept = Object.entries(query).filter(([name]) => stays || !PLACES.includes(name));
  const said = Object.entries(change).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  const without = kept.filter(([name]) => !(name in change) && !(moves && PLACES.includes(name)));
  return Object.fromEntries([...without, ...said]);
}

function addressOf(query: Query): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? '/stations' : `/stations?${text}`;
}

/** Conditions alone, without order. */
export function conditionsOf(query: Query): Query {
  return pick(query, (name) => KEPT_NAMES.includes(name) && name !== 'sort' && name !== 'down');
}

/** What a view keeps. */
export function keptOf(query: Query): Query {
  return pick(query, (name) => KEPT_NAMES.includes(name));
}

function pick(query: Query, passes: (name: string) => boolean): Query {
  return Object.fromEntries(Object.entries(query).filter(([name]) => passes(name)));
}

/** What the server is asked: all but what only the screen knows. */
export function askedOf(query: Query): Query {
  return pick(query, (name) => name !== 'columns' && name !== 'map');
}

export function sameQuery(a: Query, b: Query): boolean {
  const text = (query: Query) => JSON.stringify(Object.entries(query).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}

/** The conditions as the server will read them; null where somebody wrote an address by hand that means nothing. */
export function filterOf(query: Query): ListFilter | null {
  const parsed = parse(ListConditions, conditionsOf(query));
  return parsed.ok ? parsed.value : null;
}

/** Of the address, else those the account chose, else what everybody sees at first. */
export function columnsOf(query: Query, chosen: readonly string[] | null | undefined): readonly ListColumn[] {
  const named = query.columns?.split(',') ?? chosen ?? FIRST_COLUMNS;
  const columns = LIST_COLUMNS.filter((column) => named.includes(column));
  return columns.length === 0 ? FIRST_COLUMNS : columns;
}
