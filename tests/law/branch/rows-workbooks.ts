import { SYSTEM } from '../../../shared/actor/actor.ts';
import { accepted, envelopeOf, type TestServer } from '../../fixtures/make/server.ts';
import { EVERYBODY, IN_BRANCH, type Row, type Target, type Verdicts } from './row.ts';

const READERS: Verdicts = { officer: IN_BRANCH, approver: IN_BRANCH, analyst: IN_BRANCH };
const MAKERS: Verdicts = {
  officer: EVERYBODY.officer ?? [],
  approver: EVERYBODY.approver ?? [],
  analyst: EVERYBODY.analyst ?? [],
};

/** A month's file of the station's union, as the server keeps them. */
async function keptMonthly(server: TestServer, { station }: Target): Promise<{ readonly file: string }> {
  const file = `b${station.id.slice(1)}`;
  const { store, deps } = server;
  const asked = {
    question: {
      period: '2026-10' as never,
      asOf: await deps.figures.known(),
      union: station.union,
      region: null,
      by: 'region' as const,
      divisions: 'then' as const,
      stations: 'real' as const,
      openingAsOf: null,
    },
    tables: ['stock'] as const,
  };
  const about = { id: file, union: station.union, asked, name: '机密统计.csv', format: 'csv' as const, until: null };
  accepted(await store.beginFigureFile({ ...envelopeOf(`ba${station.id.slice(2)}`), actor: SYSTEM }, about, {}));
  deps.figureFiles.start({ ...about, ...asked, account: SYSTEM.id });
  await deps.figureFiles.settled(file);
  return { file };
}

export const WORKBOOK_ROWS: readonly Row[] = [
  {
    route: 'figureFileAsk',
    what: 'a file of figures of a union',
    asks: 'one',
    may: READERS,
    ask: ({ station, command }) => ({
      path: '/api/v1/figures/files',
      body: { id: command, period: '2026-10', union: station.union, tables: ['stock'], format: 'json' },
    }),
  },
  {
    route: 'figureFiles',
    what: 'one’s own files',
    asks: 'self',
    may: MAKERS,
    ask: () => ({ path: '/api/v1/figures/files' }),
  },
  {
    route: 'figureFileCancel',
    what: 'another’s file called off',
    asks: 'one',
    may: {},
    neverDone: 'nobody calls off what is kept every month; tests/server/workbooks calls off its own',
    prepare: keptMonthly,
    ask: ({ made }) => ({ path: `/api/v1/figures/files/${made.file}/cancel`, body: {} }),
  },
  {
    route: 'figureFile',
    what: 'a month’s file',
    asks: 'one',
    may: READERS,
    prepare: keptMonthly,
    ask: ({ made }) => ({ path: `/api/v1/figures/files/${made.file}/file` }),
  },
  {
    route: 'figureMonthly',
    what: 'the files of a union kept every month',
    asks: 'one',
    may: READERS,
    ask: ({ station }) => ({ path: `/api/v1/figures/monthly?union=${station.union}` }),
  },
];
