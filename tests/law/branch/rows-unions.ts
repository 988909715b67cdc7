import { EVERYBODY, IN_BRANCH, type Row, type Verdicts } from './row.ts';

const SYSTEM: Verdicts = { 'system-admin': IN_BRANCH };

export const UNION_ROWS: readonly Row[] = [
  { route: 'me', what: 'who is signed in', asks: 'self', may: EVERYBODY, ask: () => ({ path: '/api/v1/me' }) },
  {
    route: 'unions',
    what: 'the unions right below one',
    asks: 'one',
    // Names of unions are for everybody who has an account, within the own branch.
    may: {
      officer: IN_BRANCH,
      approver: IN_BRANCH,
      keeper: IN_BRANCH,
      inspector: IN_BRANCH,
      analyst: IN_BRANCH,
      auditor: IN_BRANCH,
      'security-admin': IN_BRANCH,
      'system-admin': IN_BRANCH,
    },
    ask: ({ station }) => ({ path: `/api/v1/unions?of=${station.union}` }),
  },
  {
    route: 'unionEdit',
    what: 'a union added below',
    asks: 'one',
    may: SYSTEM,
    ask: ({ station, command }) => ({
      path: '/api/v1/unions/edits',
      body: {
        id: command,
        edit: { kind: 'add', as: 'industry', parent: station.union, name: `快递行业工会${command.slice(-6)}` },
        reason: null,
      },
    }),
  },
  {
    route: 'unionEdit',
    what: 'its name',
    asks: 'one',
    may: SYSTEM,
    ask: ({ station, command }) => ({
      path: '/api/v1/unions/edits',
      body: {
        id: command,
        edit: { kind: 'rename', union: station.union, name: `中原区总工会${command.slice(-4)}` },
        reason: null,
      },
    }),
  },
  {
    route: 'settings',
    what: 'what holds for a union',
    asks: 'one',
    may: SYSTEM,
    ask: ({ station }) => ({ path: `/api/v1/unions/${station.union}/settings` }),
  },
  {
    route: 'settingPut',
    what: 'one setting',
    asks: 'one',
    may: SYSTEM,
    ask: ({ station, command }) => ({
      path: `/api/v1/unions/${station.union}/settings`,
      body: { id: command, key: 'rectify-warning-days', value: 8, from: '2026-11-27', reason: null },
    }),
  },
  {
    route: 'work',
    what: 'what waits for the asker',
    status: 'returned',
    asks: 'list',
    may: { officer: IN_BRANCH },
    ask: () => ({ path: '/api/v1/work?kind=returned' }),
  },
];
