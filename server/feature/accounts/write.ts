import {
  type Account,
  type AccountFacts,
  type AccountId,
  disableAccount,
  editAccount as edited,
  enableAccount,
  inviteAccount as invited,
  needsStations,
  resetAccount,
  unlockAccount,
} from '../../../shared/actor/account.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { AccountFunction } from '../../../shared/station/lifecycle.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { RouteBody } from '../../../shared/wire/route.ts';
import type { Act } from '../../http/mount.ts';
import { type Signed, staleSign } from '../../http/signed.ts';
import type { AccountChange, SessionId } from '../../store/port/accounts.ts';
import { changeOf } from '../session/desk.ts';
import { type AccountDesk, accountIn, commandOf, inviteOf, type Keeping, keeping, reach } from './desk.ts';

/** Accounts are kept by a security administrator who has just given the password. */
async function freshKeeper(desk: AccountDesk, who: Signed): Promise<Result<Keeping>> {
  const keeper = await keeping(desk, who);
  if (!keeper.ok) return keeper;
  const stale = staleSign(who, desk.now());
  return stale === null ? keeper : refuse(stale);
}

type Said = {
  readonly fullName: string;
  readonly union: string;
  readonly functions: readonly AccountFunction[];
  readonly stations: readonly string[];
};

/** What was said of an account, each part of it within reach. Refuses `union-unknown`, `station-unknown`. */
async function factsOf(desk: AccountDesk, keeper: Keeping, said: Said): Promise<Result<AccountFacts>> {
  const union = reach(keeper, said.union);
  if (!union.ok) return union;
  const functions = [...new Set(said.functions)];
  const ids = needsStations(functions) ? [...new Set(said.stations)] : [];
  const stations = await desk.store.stationsById(ids as StationId[]);
  const within = new Set(
    stations.flatMap(({ id, union: own }) => (keeper.book.tree.isWithin(own, union.value) ? [id as string] : [])),
  );
  const stranger = ids.find((id) => !within.has(id));
  if (stranger !== undefined) return refuse({ kind: 'station-unknown', code: stranger });
  return ok({ name: said.fullName, union: union.value, functions, stations: stations.map(({ id }) => id) });
}

export function inviteAccount(desk: AccountDesk): Act<'inviteAccount'> {
  return async ({ body, who }) => {
    const keeper = await freshKeeper(desk, who);
    if (!keeper.ok) return keeper;
    const facts = await factsOf(desk, keeper.value, body);
    if (!facts.ok) return facts;
    const command = commandOf(desk, who, { commandId: body.commandId, about: ['invite', body] });
    const id = desk.randomId() as AccountId;
    const done = await desk.store.changeAccount(command, null, (_, at) => {
      const account = invited({ id, username: body.username }, facts.value);
      if (!account.ok) return account;
      const { kept } = inviteOf(desk.secrets, body.commandId, at);
      return ok(changeOf(account.value, true, { step: 'invite', invite: kept }));
    });
    if (!done.ok) return done;
    const { receipt } = done.value;
    return ok({ id: receipt.account, invite: inviteOf(desk.secrets, body.commandId, receipt.at).told });
  };
}

export function editAccount(desk: AccountDesk): Act<'editAccount'> {
  return async ({ params, body, who }) => {
    const keeper = await freshKeeper(desk, who);
    if (!keeper.ok) return keeper;
    const found = await accountIn(desk, keeper.value, params.id);
    if (!found.ok) return found;
    if (found.value.id === who.actor.id) return refuse({ kind: 'own-account' });
    const facts = await factsOf(desk, keeper.value, body);
    if (!facts.ok) return facts;
    const command = commandOf(desk, who, { commandId: body.commandId, about: ['edit', params.id, body] });
    const done = await desk.store.changeAccount(command, found.value.id, (account) => {
      if (account === null) return refuse({ kind: 'account-unknown' });
      const after = edited(account, facts.value, body.rev);
      if (!after.ok) return after;
      // A new name alone changes nothing that a session rests on.
      const end = hasSamePowers(account, after.value) ? 'none' : 'all';
      return ok(changeOf(after.value, true, { step: 'edit', end }));
    });
    return done.ok ? ok({ rev: done.value.receipt.rev }) : done;
  };
}

function hasSamePowers(before: Account, after: Account): boolean {
  const of = ({ union, functions, stations }: Account) => JSON.stringify([union, functions, stations]);
  return of(before) === of(after);
}

type Step = RouteBody<'stepAccount'>['step'];
/** What nobody does to themselves: who shuts the door behind them needs somebody to open it. */
const NOT_OWN: readonly Step[] = ['disable', 'reset'];

export function stepAccount(desk: AccountDesk): Act<'stepAccount'> {
  return async ({ params, body, who }) => {
    const keeper = await freshKeeper(desk, who);
    if (!keeper.ok) return keeper;
    const found = await accountIn(desk, keeper.value, params.id);
    if (!found.ok) return found;
    if (found.value.id === who.actor.id && NOT_OWN.includes(body.step)) return refuse({ kind: 'own-account' });
    const command = commandOf(desk, who, { commandId: body.commandId, about: [body.step, params.id, body] });
    const done = await desk.store.changeAccount(command, found.value.id, (account, at) => {
      if (account === null) return refuse({ kind: 'account-unknown' });
      return ok(stepped(desk, account, { ...body, at }));
    });
    if (!done.ok) return done;
    const { rev, at } = done.value.receipt;
    return ok({ rev, invite: body.step === 'reset' ? inviteOf(desk.secrets, body.commandId, at).told : null });
  };
}

type Stepping = Pick<RouteBody<'stepAccount'>, 'step' | 'commandId' | 'reason'> & { readonly at: Instant };

export function stepped(
  { secrets }: Pick<AccountDesk, 'secrets'>,
  account: Account,
  { step, commandId, reason, at }: Stepping,
): AccountChange<true> {
  switch (step) {
    case 'disable':
      // An open invitation would be a way in.
      return changeOf(disableAccount(account), true, { step, reason, end: 'all', invite: 'used' });
    case 'enable':
      return changeOf(enableAccount(account), true, { step, reason });
    case 'unlock':
      return changeOf(unlockAccount(account), true, { step, reason });
    case 'end-sessions':
      return changeOf(account, true, { step, reason, end: 'all' });
    case 'reset': {
      const { kept } = inviteOf(secrets, commandId, at);
      return changeOf(resetAccount(account), true, { step, reason, end: 'all', invite: kept });
    }
  }
}

export function endAccountSession(desk: AccountDesk): Act<'endAccountSession'> {
  return async ({ params, body, who }) => {
    const keeper = await freshKeeper(desk, who);
    if (!keeper.ok) return keeper;
    const found = await accountIn(desk, keeper.value, params.id);
    if (!found.ok) return found;
    const command = commandOf(desk, who, { commandId: body.commandId, about: ['end-session', params] });
    const done = await desk.store.changeAccount(command, found.value.id, (account) =>
      account === null
        ? refuse({ kind: 'account-unknown' })
        : ok(
            changeOf(account, true, {
              step: 'end-session',
              note: { session: params.session },
              end: { only: params.session as SessionId },
            }),
          ),
    );
    return done.ok ? ok({}) : done;
  };
}
