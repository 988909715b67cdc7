import { WARNINGS } from '../../../shared/stats/submission.ts';
import type { TestServer } from '../../fixtures/make/server.ts';
import { clerkAt } from '../../fixtures/make/signed.ts';
import { IN_BRANCH, type Row, type Target, type Verdicts } from './row.ts';

const READERS: Verdicts = { officer: IN_BRANCH, approver: IN_BRANCH, analyst: IN_BRANCH };
/** Whoever may hand in for one union is told of those below that it is theirs to do. */
const SUBMITTERS: Verdicts = { officer: IN_BRANCH, analyst: IN_BRANCH };
const SIGNERS: Verdicts = { approver: IN_BRANCH };

const path = (period: string) => `/api/v1/figures/submissions/410102/${period}`;
const notes = WARNINGS.map((warning) => ({ warning, text: '知道了' }));
const submit = (id: string) => ({ id, rev: 0, act: { step: 'submit', asOf: 1, notes } });

/** Handed in by somebody of the union itself: every row has a period of its own. */
function handedIn(period: string, n: number) {
  return async (server: TestServer, _: Target) => {
    const officer = clerkAt(server.app, { union: '410102', functions: ['officer'] });
    const done = await officer.post(`${path(period)}/steps`, submit(`e${n}`.padEnd(32, '0')));
    if (done.status !== 200) throw new Error(await done.text());
    return {};
  };
}

export const SUBMISSION_ROWS: readonly Row[] = [
  {
    route: 'submissions',
    what: 'where the periods of a union stand',
    asks: 'one',
    may: READERS,
    ask: () => ({ path: '/api/v1/figures/submissions?union=410102' }),
  },
  {
    route: 'submission',
    what: 'figures of a period',
    asks: 'one',
    may: READERS,
    ask: () => ({ path: path('2026-10') }),
  },
  {
    route: 'submissionCheck',
    what: 'figures reckoned again',
    asks: 'one',
    may: READERS,
    prepare: handedIn('2026-09', 1),
    ask: () => ({ path: `${path('2026-09')}/check` }),
  },
  {
    route: 'submissionStep',
    what: 'handed in',
    asks: 'one',
    may: SUBMITTERS,
    ask: ({ command }) => ({ path: `${path('2026-08')}/steps`, body: submit(command) }),
  },
  {
    route: 'submissionStep',
    what: 'signed',
    asks: 'one',
    may: SIGNERS,
    prepare: handedIn('2026-07', 2),
    ask: ({ command }) => ({
      path: `${path('2026-07')}/steps`,
      body: { id: command, rev: 1, act: { step: 'sign' } },
    }),
  },
  {
    route: 'submissionStep',
    what: 'sent back',
    asks: 'one',
    may: SIGNERS,
    prepare: handedIn('2026-06', 3),
    ask: ({ command }) => ({
      path: `${path('2026-06')}/steps`,
      body: { id: command, rev: 1, act: { step: 'return', faults: [{ table: null, row: null, text: '再核一遍' }] } },
    }),
  },
];
