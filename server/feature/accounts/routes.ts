import type { Deps } from '../../deps.ts';
import { type Door, mount } from '../../http/mount.ts';
import { accountDesk } from './desk.ts';
import { account, accountStations, accounts } from './read.ts';
import { editAccount, endAccountSession, inviteAccount, stepAccount } from './write.ts';

export function mountAccounts(door: Door, deps: Deps): void {
  const desk = accountDesk(deps);
  mount(door, 'accounts', accounts(desk));
  mount(door, 'account', account(desk));
  mount(door, 'accountStations', accountStations(desk));
  mount(door, 'inviteAccount', inviteAccount(desk));
  mount(door, 'editAccount', editAccount(desk));
  mount(door, 'stepAccount', stepAccount(desk));
  mount(door, 'endAccountSession', endAccountSession(desk));
}
