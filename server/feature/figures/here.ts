import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Store } from '../../store/port.ts';
import { asOfSaid } from './as-of.ts';
import type { Figures } from './figures.ts';

type Parts = { readonly store: Store; readonly now: () => Instant };
/** `warm`: reads history now, not at the first question. */
export type FiguresHere = Figures & { warm(): Promise<void> };

/** Figures folded in this thread. */
export function figuresHere(parts: Parts): FiguresHere {
  const { store, now } = parts;
  const coming = () => Promise.reject(new Error('figures are not folded yet'));
  return {
    known: () => store.newestRow(),
    asOf: (said) => asOfSaid(store, said, now()),
    tables: coming,
    stations: coming,
    series: coming,
    difference: coming,
    stands: coming,
    within: () => figuresHere(parts),
    warm: async () => {},
  };
}
