import { stationReport } from '../../fixtures/make/report.ts';
import type { TestServer } from '../../fixtures/make/server.ts';
import { IN_BRANCH, RELATIONS, type Row, type Target, type Verdicts } from './row.ts';

/** One white dot: a picture all the same. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=';

/** Whoever answers for the station answers its workers. */
const ANSWERERS: Verdicts = { officer: IN_BRANCH, approver: IN_BRANCH };
const LOG_READERS: Verdicts = { officer: IN_BRANCH, approver: IN_BRANCH, auditor: IN_BRANCH };

/** A worker says something of the station, with a photo. */
async function reported({ app }: TestServer, { station }: Target): Promise<{ readonly report: string }> {
  const body = stationReport(station.code ?? '', { text: '机密的话', photo: DOT });
  const answer = await app.request('/api/v1/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) throw new Error(await answer.text());
  return { report: body.id };
}

export const INBOX_ROWS: readonly Row[] = [
  {
    route: 'inbox',
    what: 'reports of a station',
    asks: 'list',
    prepare: reported,
    may: ANSWERERS,
    ask: ({ station }) => ({ path: `/api/v1/inbox?station=${station.id}` }),
  },
  {
    route: 'inboxFigures',
    what: 'how many wait, of the own branch',
    asks: 'self',
    may: { officer: RELATIONS, approver: RELATIONS },
    ask: () => ({ path: '/api/v1/inbox/figures' }),
  },
  {
    route: 'inboxReport',
    what: 'one report',
    asks: 'one',
    prepare: reported,
    may: ANSWERERS,
    ask: ({ made }) => ({ path: `/api/v1/inbox/reports/${made.report}` }),
  },
  {
    route: 'inboxPhoto',
    what: 'its photo',
    asks: 'one',
    prepare: reported,
    may: ANSWERERS,
    ask: ({ made }) => ({ path: `/api/v1/inbox/reports/${made.report}/photo` }),
  },
  {
    route: 'inboxSteps',
    what: 'a report taken up',
    asks: 'one',
    prepare: reported,
    may: ANSWERERS,
    ask: ({ made, command }) => ({
      path: '/api/v1/inbox/steps',
      body: { id: command, reports: [made.report], step: { kind: 'accept' } },
    }),
  },
  {
    route: 'history',
    what: 'the log of a station',
    asks: 'list',
    may: LOG_READERS,
    ask: ({ station }) => ({ path: `/api/v1/history?station=${station.id}` }),
  },
  {
    route: 'historyExport',
    what: 'a copy of the own log asked for',
    asks: 'self',
    may: { officer: RELATIONS, approver: RELATIONS, auditor: RELATIONS },
    ask: ({ command }) => ({ path: '/api/v1/history/exports', body: { id: command } }),
  },
  {
    route: 'historyFile',
    what: 'that copy, for whoever asked for it',
    asks: 'one',
    may: {},
    neverDone: 'only the account that asked for it may; tests/server/audit asks as it',
    ask: ({ command }) => ({ path: `/api/v1/history/exports/${command}` }),
  },
];
