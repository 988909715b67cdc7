import { clerkAt } from '../../fixtures/make/signed.ts';
import { IN_BRANCH, RELATIONS, type Row, type Verdicts } from './row.ts';

const READERS: Verdicts = { officer: IN_BRANCH, approver: IN_BRANCH, analyst: IN_BRANCH };
/** About the asker's own union alone. */
const ANY_READER: Verdicts = { officer: RELATIONS, approver: RELATIONS, analyst: RELATIONS };
const KEEPERS: Verdicts = { officer: IN_BRANCH, analyst: IN_BRANCH };
const FILE = Buffer.from('名称,经度,纬度,权重\n机密需求点,113.61,34.75,3\n');

/** A set of the station's union, named like the station. */
const brought: NonNullable<Row['prepare']> = async (server, { station }) => {
  const clerk = clerkAt(server.app, { union: station.union, functions: ['officer'] });
  const set = `${station.id.slice(0, 16)}e${station.id.slice(17)}`;
  const query = new URLSearchParams({ id: set, name: 'a.csv', title: station.name });
  const answer = await clerk.upload(`/api/v1/coverage/sets?${query}`, FILE);
  if (!answer.ok) throw new Error(await answer.text());
  return { set };
};

export const COVERAGE_ROWS: readonly Row[] = [
  {
    route: 'demandSets',
    what: 'sets of demand points',
    asks: 'list',
    prepare: brought,
    may: READERS,
    ask: () => ({ path: '/api/v1/coverage/sets' }),
  },
  {
    route: 'demandUpload',
    what: 'a set brought in',
    asks: 'self',
    may: { officer: RELATIONS, analyst: RELATIONS },
    ask: ({ command }) => ({ path: `/api/v1/coverage/sets?id=${command}&name=a.csv&title=b`, upload: FILE }),
  },
  {
    route: 'demandWithdraw',
    what: 'a set withdrawn',
    asks: 'one',
    prepare: brought,
    may: KEEPERS,
    ask: ({ made, command }) => ({
      path: `/api/v1/coverage/sets/${made.set}/withdrawal`,
      body: { id: command, reason: '换了一份' },
    }),
  },
  {
    route: 'coverage',
    what: 'coverage of a union',
    asks: 'one',
    may: READERS,
    ask: ({ station }) => ({ path: `/api/v1/coverage?period=2026-10&union=${station.union}&set=centres` }),
  },
  {
    route: 'coverageStop',
    what: 'a job of coverage given up',
    asks: 'self',
    may: ANY_READER,
    ask: () => ({ path: '/api/v1/coverage/stop', body: { job: 'a'.repeat(64) } }),
  },
];
