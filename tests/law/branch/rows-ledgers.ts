import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { IN_BRANCH, RELATIONS, type Row, type Target, type Verdicts } from './row.ts';

/** Ledgers are brought in by officers: of the union itself, and of those above it. */
const OFFICER: Verdicts = { officer: IN_BRANCH };
/** About the asker's own branch alone. */
const ANY_OFFICER: Verdicts = { officer: RELATIONS };

const FILE = Buffer.from('站点名称,区县,地址,经度,纬度\n机密台账站,中原区,机密路1号,113.61,34.75\n');

type Server = Parameters<NonNullable<Row['prepare']>>[0];

/** A ledger of the station's union, named like the station; with `done` committed already. */
function brought(done: boolean): NonNullable<Row['prepare']> {
  return async (server, { station }) => {
    const clerk = clerkAt(server.app, { union: station.union, functions: ['officer'] });
    const ledger = `${station.id.slice(0, 16)}${done ? 'd' : 'a'}${station.id.slice(17)}`;
    const path = `/api/v1/ledgers?id=${ledger}&name=${encodeURIComponent(`${station.name}.csv`)}`;
    await accepted(clerk.upload(path, FILE));
    await server.deps.ledgers.plan(ledger);
    if (done) await commit(server, clerk, ledger);
    return { ledger };
  };
}

async function commit(server: Server, clerk: Clerk, ledger: string): Promise<void> {
  const { version } = await accepted(clerk.get(`/api/v1/ledgers/${ledger}`));
  await accepted(clerk.post(`/api/v1/ledgers/${ledger}/commit`, { id: ledger, version }));
  await server.deps.ledgers.commit(ledger);
}

async function accepted(answer: Promise<Response>): Promise<{ readonly version: number }> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

const at = ({ made }: Target, rest = '') => `/api/v1/ledgers/${made.ledger}${rest}`;

export const LEDGER_ROWS: readonly Row[] = [
  {
    route: 'ledgerTemplate',
    what: 'a template to fill in',
    asks: 'self',
    may: ANY_OFFICER,
    ask: () => ({ path: '/api/v1/ledger-template' }),
  },
  {
    route: 'ledgerUpload',
    what: 'a file brought in',
    asks: 'self',
    may: ANY_OFFICER,
    ask: ({ command }) => ({ path: `/api/v1/ledgers?id=${command}&name=a.csv`, upload: FILE }),
  },
  {
    route: 'ledgers',
    what: 'ledgers of the branch',
    asks: 'list',
    may: OFFICER,
    prepare: brought(false),
    ask: () => ({ path: '/api/v1/ledgers' }),
  },
  {
    route: 'ledger',
    what: 'how far one has come',
    asks: 'one',
    may: OFFICER,
    prepare: brought(false),
    ask: (target) => ({ path: at(target) }),
  },
  {
    route: 'ledgerRows',
    what: 'its rows',
    asks: 'one',
    may: OFFICER,
    prepare: brought(false),
    ask: (target) => ({ path: at(target, '/rows') }),
  },
  {
    route: 'ledgerRow',
    what: 'a cell typed anew',
    asks: 'one',
    may: OFFICER,
    prepare: brought(false),
    ask: (target) => ({
      path: at(target, '/rows'),
      body: { version: 1, row: 2, cells: [{ column: 2, text: '机密路2号' }], answer: null },
    }),
  },
  {
    route: 'ledgerDatum',
    what: 'read in another system',
    asks: 'one',
    may: OFFICER,
    prepare: brought(false),
    ask: (target) => ({ path: at(target, '/datum'), body: { version: 1, datum: 'gcj02' } }),
  },
  {
    route: 'ledgerCommit',
    what: 'written into the register',
    asks: 'one',
    may: OFFICER,
    prepare: brought(false),
    ask: (target) => ({ path: at(target, '/commit'), body: { id: target.command, version: 1 } }),
  },
  {
    route: 'ledgerDiscard',
    what: 'given up',
    asks: 'one',
    may: OFFICER,
    prepare: brought(true),
    neverDone: 'what one gives up is not there for the next: so it is one that can be given up no more',
    ask: (target) => ({ path: at(target, '/discard'), body: {} }),
  },
  {
    route: 'ledgerFile',
    what: 'its rows as a workbook',
    asks: 'one',
    may: OFFICER,
    prepare: brought(true),
    ask: (target) => ({ path: at(target, '/file?rows=all') }),
  },
];
