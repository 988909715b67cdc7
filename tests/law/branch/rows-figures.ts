import { IN_BRANCH, type Row, type Target } from './row.ts';

/** The asked union is the one that answers for the row's station. */
const of = ({ station }: Target) => `union=${station.union}&period=2026-11&by=none`;

const READERS = { officer: IN_BRANCH, approver: IN_BRANCH, analyst: IN_BRANCH } as const;

/** Whoever reads the figures of a union may open what is behind them; names of another branch's stations never stand in them. */
export const FIGURE_ROWS: readonly Row[] = [
  {
    route: 'figures',
    what: 'tables of a union',
    asks: 'one',
    ask: (target) => ({ path: `/api/v1/figures?${of(target)}&tables=stock` }),
    may: READERS,
  },
  {
    route: 'figureStations',
    what: 'stations behind a figure',
    asks: 'one',
    ask: (target) => ({ path: `/api/v1/figures/stations?${of(target)}&indicator=stock.closing` }),
    may: READERS,
  },
  {
    route: 'figureSeries',
    what: 'figures month by month',
    asks: 'one',
    ask: ({ station }) => ({
      path: `/api/v1/figures/series?union=${station.union}&from=2026-10&to=2026-11&indicators=stock.closing`,
    }),
    may: READERS,
  },
  {
    route: 'figureDifference',
    what: 'what came and went',
    asks: 'one',
    ask: (target) => ({ path: `/api/v1/figures/difference?${of(target)}&against=2026-10&indicator=stock.closing` }),
    may: READERS,
  },
];
