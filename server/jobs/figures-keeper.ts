import type { Logger } from 'pino';
import type { Instant } from '../../shared/kernel/instant.ts';
import { asOfSaid } from '../feature/figures/as-of.ts';
import type { Figures, Waiting } from '../feature/figures/figures.ts';
import type { Store } from '../store/port.ts';
import { FiguresThread } from './figures-thread.ts';

type Parts = { readonly store: Store; readonly now: () => Instant; readonly log: Logger };

export type FiguresInWorker = Figures & { stop(): Promise<void> };

/** Figures asked of a thread of its own; what needs no folding is asked of the register. */
export function figuresInWorker(parts: Parts): FiguresInWorker {
  const thread = new FiguresThread(parts.log);
  return { ...asking(parts, thread, null), stop: () => thread.stop() };
}

function asking(parts: Parts, thread: FiguresThread, waiting: Waiting | null): Figures {
  const { store, now } = parts;
  return {
    known: () => store.newestRow(),
    asOf: (said) => asOfSaid(store, said, now()),
    tables: (...args) => thread.ask({ name: 'tables', args }, waiting),
    shown: (...args) => thread.ask({ name: 'shown', args }, waiting),
    stations: (...args) => thread.ask({ name: 'stations', args }, waiting),
    series: (...args) => thread.ask({ name: 'series', args }, waiting),
    difference: (...args) => thread.ask({ name: 'difference', args }, waiting),
    stands: (...args) => thread.ask({ name: 'stands', args }, waiting),
    stationsPage: (...args) => thread.ask({ name: 'stationsPage', args }, waiting),
    differencePage: (...args) => thread.ask({ name: 'differencePage', args }, waiting),
    beside: (...args) => thread.ask({ name: 'beside', args }, waiting),
    within: (other) => asking(parts, thread, other),
  };
}
