import { IN_BRANCH, RELATIONS, type Row, type Verdicts } from './row.ts';

const READERS: Verdicts = {
  officer: IN_BRANCH,
  approver: IN_BRANCH,
  keeper: IN_BRANCH,
  inspector: IN_BRANCH,
  analyst: IN_BRANCH,
};
/** Whoever sees a list keeps views of it; they name no station. */
const KEEPERS: Verdicts = {
  officer: RELATIONS,
  approver: RELATIONS,
  keeper: RELATIONS,
  inspector: RELATIONS,
  analyst: RELATIONS,
};
const EXPORTERS: Verdicts = { officer: IN_BRANCH, approver: IN_BRANCH, analyst: IN_BRANCH };
const MAKER_ONLY = 'only the account that made the file may; tests/server/list asks as it';

const wish = { format: 'csv', query: {}, columns: ['code', 'name'], datum: 'gcj02' } as const;

export const LIST_ROWS: readonly Row[] = [
  {
    route: 'stationList',
    what: 'a page of stations',
    asks: 'list',
    may: READERS,
    ask: ({ station }) => ({ path: `/api/v1/list/stations?q=${station.code}` }),
  },
  {
    route: 'stationDots',
    what: 'stations on the map',
    asks: 'list',
    may: READERS,
    ask: ({ station }) => ({ path: `/api/v1/list/map?q=${station.code}` }),
  },
  {
    route: 'stationCounts',
    what: 'how many the own branch has',
    asks: 'self',
    may: KEEPERS,
    ask: () => ({ path: '/api/v1/list/counts' }),
  },
  {
    route: 'listViews',
    what: 'the own views',
    asks: 'self',
    may: KEEPERS,
    ask: () => ({ path: '/api/v1/list/views' }),
  },
  {
    route: 'listViewSave',
    what: 'a view kept',
    asks: 'self',
    may: KEEPERS,
    ask: ({ command }) => ({
      path: '/api/v1/list/views',
      body: { id: command, name: '待核对', query: { doubt: 'any' }, columns: ['status'], shared: false },
    }),
  },
  {
    route: 'listViewDrop',
    what: 'a view of somebody else taken away',
    asks: 'self',
    may: {},
    neverDone: 'only who kept it may; tests/server/list asks as they',
    ask: ({ command }) => ({ path: '/api/v1/list/views/drop', body: { id: command } }),
  },
  {
    route: 'listColumns',
    what: 'the own columns',
    asks: 'self',
    may: KEEPERS,
    ask: () => ({ path: '/api/v1/list/columns', body: { columns: ['status', 'hours'] } }),
  },
  {
    route: 'stationExport',
    what: 'a file with the station',
    asks: 'one',
    may: EXPORTERS,
    ask: ({ station, command }) => ({
      path: '/api/v1/list/exports',
      body: { ...wish, id: command, stations: [station.id], personal: false },
    }),
  },
  {
    route: 'stationExport',
    what: 'a file with its contacts',
    asks: 'one',
    may: { officer: IN_BRANCH, approver: IN_BRANCH },
    ask: ({ station, command }) => ({
      path: '/api/v1/list/exports',
      body: { ...wish, id: command, stations: [station.id], personal: true },
    }),
  },
  {
    route: 'stationExports',
    what: 'the own files',
    asks: 'self',
    may: { officer: RELATIONS, approver: RELATIONS, analyst: RELATIONS },
    ask: () => ({ path: '/api/v1/list/exports' }),
  },
  {
    route: 'stationExportCancel',
    what: 'a file of somebody else called off',
    asks: 'one',
    may: {},
    neverDone: MAKER_ONLY,
    ask: ({ command }) => ({ path: `/api/v1/list/exports/${command}/cancel`, body: {} }),
  },
  {
    route: 'stationExportFile',
    what: 'a file of somebody else',
    asks: 'one',
    may: {},
    neverDone: MAKER_ONLY,
    ask: ({ command }) => ({ path: `/api/v1/list/exports/${command}/file` }),
  },
];
