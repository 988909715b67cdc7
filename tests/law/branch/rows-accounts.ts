import type { AccountFacts } from '../../../shared/actor/account.ts';
import type { TestServer } from '../../fixtures/make/server.ts';
import { personAt } from '../../server/accounts/people.ts';
import { EVERYBODY, IN_BRANCH, type Row, type Target, type Verdicts } from './row.ts';

const SECURITY: Verdicts = { 'security-admin': IN_BRANCH };

let people = 0;

/** Somebody of the station's union, for this row alone. Their name is not to be told either. */
async function colleague(server: TestServer, { station }: Target) {
  const facts: AccountFacts = { name: '机密同事', union: station.union, functions: ['officer'], stations: [] };
  const { id } = await personAt(server, `law.seven${++people}`, facts);
  const held = await server.store.accountById(id);
  return { account: id, rev: String(held?.rev ?? 0) };
}

const facts = ({ station }: Target) => ({
  fullName: '机密同事',
  union: station.union,
  functions: ['officer'],
  stations: [],
});

export const ACCOUNT_ROWS: readonly Row[] = [
  {
    route: 'accounts',
    what: 'the accounts of a union',
    asks: 'one',
    may: SECURITY,
    prepare: colleague,
    ask: ({ station }) => ({ path: `/api/v1/accounts?union=${station.union}` }),
  },
  {
    route: 'account',
    what: 'one account',
    asks: 'one',
    may: SECURITY,
    prepare: colleague,
    ask: ({ made }) => ({ path: `/api/v1/accounts/${made.account}` }),
  },
  {
    route: 'accountStations',
    what: 'stations to name a keeper for',
    asks: 'one',
    may: SECURITY,
    ask: ({ station }) => ({
      path: `/api/v1/account-stations?union=${station.union}&q=${encodeURIComponent(station.name)}`,
    }),
  },
  {
    route: 'inviteAccount',
    what: 'a new account',
    asks: 'one',
    may: SECURITY,
    ask: (target) => ({
      path: '/api/v1/accounts',
      body: { commandId: target.command, username: `new${target.command.slice(-8)}`, ...facts(target) },
    }),
  },
  {
    route: 'editAccount',
    what: 'what an account may do',
    asks: 'one',
    may: SECURITY,
    prepare: colleague,
    ask: (target) => ({
      path: `/api/v1/accounts/${target.made.account}`,
      body: { commandId: target.command, rev: Number(target.made.rev), ...facts(target) },
    }),
  },
  {
    route: 'stepAccount',
    what: 'ending its sessions',
    asks: 'one',
    may: SECURITY,
    prepare: colleague,
    ask: ({ made, command }) => ({
      path: `/api/v1/accounts/${made.account}/steps`,
      body: { commandId: command, step: 'end-sessions', reason: null },
    }),
  },
  {
    route: 'endAccountSession',
    what: 'ending one of its sessions',
    asks: 'one',
    may: SECURITY,
    prepare: colleague,
    ask: ({ made, command }) => ({
      path: `/api/v1/accounts/${made.account}/sessions/${'e'.repeat(32)}/end`,
      body: { commandId: command },
    }),
  },
];

const ALONE =
  'the people of this test have sessions without accounts; with them: tests/server/accounts/session.test.ts';

function own(route: Row['route'], what: string, { path, body }: { path: string; body?: unknown }): Row {
  return {
    route,
    what,
    asks: 'self',
    may: EVERYBODY,
    neverDone: ALONE,
    ask: () => ({ path, ...(body !== undefined && { body }) }),
  };
}

/** About the session that asks, and the account it belongs to: there is nobody else to name. */
export const SESSION_ROWS: readonly Row[] = [
  own('extendSession', 'going on', { path: '/api/v1/session/extend' }),
  own('signOut', 'leaving', { path: '/api/v1/session/end' }),
  own('giveFresh', 'the password once more', { path: '/api/v1/session/fresh', body: { password: 'wrong-one' } }),
  own('myAccount', 'the own account', { path: '/api/v1/me/account' }),
  own('changePassword', 'the own password', { path: '/api/v1/me/password', body: { current: 'a', password: 'b' } }),
  own('offerSecondFactor', 'a second factor', { path: '/api/v1/me/second-factor/offer' }),
  own('setSecondFactor', 'the second factor', {
    path: '/api/v1/me/second-factor',
    body: { ticket: 'a', code: '000000' },
  }),
  own('renewRecovery', 'the own recovery codes', { path: '/api/v1/me/recovery-codes' }),
  own('mySessions', 'the own sessions', { path: '/api/v1/me/sessions' }),
  own('endMySession', 'one of the own sessions', { path: `/api/v1/me/sessions/${'e'.repeat(32)}/end` }),
];
