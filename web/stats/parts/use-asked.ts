import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useNow } from '../../desk/use-now.ts';
import { type Address, type Asked, addressOf, readAsked, readBeside, usualPeriod } from './question.ts';

export type AskedHere = {
  readonly asked: Asked;
  readonly beside: Address;
  /** Lays a change over what is there. A place in a list is left with anything but a change of place. */
  readonly change: (change: Address) => void;
};

/** The question of a page is its address: it can be sent to a colleague, and going back goes back. */
export function useAsked(usualBy = 'region'): AskedHere {
  const search = useSearch();
  const [path, go] = useLocation();
  const period = usualPeriod(useNow());
  const asked = useMemo(() => readAsked(search, { period, by: usualBy }), [search, period, usualBy]);
  const beside = useMemo(() => readBeside(search), [search]);
  return {
    asked,
    beside,
    change: (change) => go(addressOf(path, asked, beside, { after: undefined, ...change })),
  };
}
