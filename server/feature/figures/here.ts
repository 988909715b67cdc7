import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Store } from '../../store/port.ts';
import { asOfSaid } from './as-of.ts';
import type { Figures } from './figures.ts';

type Parts = { readonly store: Store; readonly now: () => Instant };

/** Figures folded in this thread. */
export function figuresHere({ store, now }: Parts): Figures {
  const coming = () => Promise.reject(new Error('figures are not folded yet'));
  return {
    known: () => store.newestRow(),
    asOf: (said) => asOfSaid(store, said, now()),
    tables: coming,
    stations: coming,
    series: coming,
    difference: coming,
    stands: coming,
  };
}
