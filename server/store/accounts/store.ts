import type { StoreContext } from '../context.ts';
import type { AccountsStore } from '../port/accounts.ts';
import { changing, findAccount, invitedAccount, needAccount, needed, noteStranger } from './change.ts';
import {
  accountNames,
  byUsername,
  inviteByToken,
  listAccounts,
  sessionByToken,
  sessionsOf,
  stationNames,
} from './read.ts';

export function accountsStore(context: StoreContext): AccountsStore {
  const { engine } = context;
  return {
    accountById: (id) => engine.read((tx) => findAccount(tx, id)),
    accountByUsername: (username) => engine.read((tx) => byUsername(tx, username)),
    accounts: (filter) => engine.read((tx) => listAccounts(tx, filter)),
    accountNames: (ids) => engine.read((tx) => accountNames(tx, ids)),
    changeAccount: (command, who, decide) =>
      changing(context, { command, find: async (tx) => (who === null ? null : needAccount(tx, who)), decide }),
    takeInvite: (command, tokenHash, decide) =>
      changing(context, {
        command,
        find: (tx, at) => invitedAccount(tx, tokenHash, at),
        decide: needed(decide),
      }),
    inviteByToken: (tokenHash, at) => engine.read((tx) => inviteByToken(tx, tokenHash, at)),
    sessionByToken: (tokenHash) => engine.read((tx) => sessionByToken(tx, tokenHash)),
    sessionsOf: (account) => engine.read((tx) => sessionsOf(tx, account)),
    markSession: (id, { usedAt, freshUntil }) =>
      engine.write(async (tx) => {
        const columns = {
          ...(usedAt !== undefined && { used_at: usedAt }),
          ...(freshUntil !== undefined && { fresh_until: freshUntil }),
        };
        await tx.updateTable('account_session').set(columns).where('id', '=', id).execute();
      }),
    noteStranger: (bucket) => noteStranger(context, bucket),
    sweepSessions: (before) =>
      engine.write(async (tx) => {
        await tx.deleteFrom('account_session').where('made_at', '<', before).execute();
        await tx.deleteFrom('account_invite').where('expires_at', '<', before).execute();
      }),
    stationNames: (filter) => engine.read((tx) => stationNames(tx, filter)),
  };
}
