import { IN_BRANCH, type Row, type Verdicts } from './row.ts';

const READERS: Verdicts = { officer: IN_BRANCH, approver: IN_BRANCH, analyst: IN_BRANCH };

export const QUALITY_ROWS: readonly Row[] = [
  {
    route: 'quality',
    what: 'doubts of a union counted',
    asks: 'one',
    may: READERS,
    ask: () => ({ path: '/api/v1/figures/quality?union=410102' }),
  },
  {
    route: 'qualityStations',
    what: 'the stations of a doubt',
    asks: 'one',
    may: READERS,
    ask: () => ({ path: '/api/v1/figures/quality/stations?union=410102&kind=hours-unknown' }),
  },
  {
    route: 'qualityPairs',
    what: 'stations beside each other',
    asks: 'one',
    may: READERS,
    ask: () => ({ path: '/api/v1/figures/quality/pairs?union=410102' }),
  },
  {
    route: 'qualityAnswer',
    what: 'two stations that are two',
    asks: 'one',
    may: { officer: IN_BRANCH, approver: IN_BRANCH },
    ask: ({ station, other, command }) => ({
      path: '/api/v1/figures/quality/pairs',
      body: { id: command, first: station.id, second: other.id, reason: '不在一层楼' },
    }),
  },
];
