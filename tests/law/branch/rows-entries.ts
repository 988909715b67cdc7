import { inspectionAsk, listingAsk, visitsAsk } from '../../fixtures/make/entry.ts';
import { reportId } from '../../fixtures/make/report.ts';
import type { TestServer } from '../../fixtures/make/server.ts';
import { clerkAt } from '../../fixtures/make/signed.ts';
import { IN_BRANCH, type Row, type Target, type Verdicts } from './row.ts';

/** Whoever may see the station reads what was written down of it; auditors read the log instead. */
const READERS: Verdicts = {
  officer: IN_BRANCH,
  approver: IN_BRANCH,
  analyst: IN_BRANCH,
  keeper: IN_BRANCH,
  inspector: IN_BRANCH,
};

/** An inspection of the station, by its own union. */
async function inspected(server: TestServer, { station }: Target): Promise<{ readonly entry: string }> {
  const [command, entry] = [reportId(), reportId()];
  const ask = { ...inspectionAsk(1, { station: station.id, note: '机密的话' }), id: entry };
  const officer = clerkAt(server.app, { union: station.union, functions: ['officer'] });
  const kept = await officer.post('/api/v1/entries', { id: command, entries: [ask] });
  if (kept.status !== 200) throw new Error(await kept.text());
  return { entry };
}

const keeping =
  (ask: object) =>
  ({ command }: Target) => ({
    path: '/api/v1/entries',
    body: { id: command, entries: [{ ...ask, id: command }] },
  });

export const ENTRY_ROWS: readonly Row[] = [
  {
    route: 'entries',
    what: 'entries of a station',
    asks: 'list',
    prepare: inspected,
    may: READERS,
    ask: ({ station }) => ({ path: `/api/v1/entries?station=${station.id}` }),
  },
  {
    route: 'entry',
    what: 'one entry',
    asks: 'one',
    prepare: inspected,
    may: READERS,
    ask: ({ made }) => ({ path: `/api/v1/entries/${made.entry}` }),
  },
  {
    route: 'entryGrid',
    what: 'the month of a union of stations',
    asks: 'one',
    may: READERS,
    ask: ({ station }) => ({ path: `/api/v1/entry-grid?union=${station.union}&month=2026-10&channel=gate` }),
  },
  {
    route: 'entriesKeep',
    what: 'an inspection',
    asks: 'one',
    may: { officer: IN_BRANCH, inspector: IN_BRANCH },
    ask: (target) => keeping(inspectionAsk(1, { station: target.station.id }))(target),
  },
  {
    route: 'entriesKeep',
    what: 'people who came in a month',
    asks: 'one',
    may: { officer: IN_BRANCH, keeper: IN_BRANCH },
    ask: (target) => keeping(visitsAsk(1, { station: target.station.id }))(target),
  },
  {
    route: 'entriesKeep',
    what: 'a look at a map',
    asks: 'one',
    may: { officer: IN_BRANCH },
    ask: (target) => keeping(listingAsk(1, { station: target.station.id }))(target),
  },
  {
    route: 'entryWithdraw',
    what: 'an inspection taken back',
    asks: 'one',
    prepare: inspected,
    may: { officer: IN_BRANCH, inspector: IN_BRANCH },
    ask: ({ made, command }) => ({
      path: `/api/v1/entries/${made.entry}/withdraw`,
      body: { id: command, basedOn: 1, reason: '记错了站点' },
    }),
  },
];
