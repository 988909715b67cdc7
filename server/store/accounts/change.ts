import { sql } from 'kysely';
import { type Account, type AccountId, usernameKey } from '../../../shared/actor/account.ts';
import { dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { appendHistory, chainEnd, type Entry } from '../chain.ts';
import { type StoreContext, type Written, writing } from '../context.ts';
import { type Counter, Refused, type Tx } from '../engine.ts';
import type { AccountChange, AccountCommand, AccountReceipt } from '../port/accounts.ts';
import { findReply, keepReply } from '../receipt.ts';
import { accountOf, accountRow, sessionRow, toldChange, toldOf } from './rows.ts';

type Done<T> = { readonly receipt: AccountReceipt; readonly outcome: T | null };

/** One change of an account: who it is, found in the transaction, and what becomes of it. */
type Changing<T> = {
  readonly command: AccountCommand;
  readonly find: (tx: Tx, at: Instant) => Promise<Account | null>;
  readonly decide: (account: Account | null, at: Instant) => Result<AccountChange<T>>;
};

export function changing<T>(context: StoreContext, { command, find, decide }: Changing<T>): Promise<Result<Done<T>>> {
  return writing<Done<T>>(context, async (tx, counter) => {
    const known = await findBefore<T>(tx, command);
    if (known !== null) return { value: known, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const before = await find(tx, command.at);
    const decided = decide(before, command.at);
    if (!decided.ok) return { value: decided, counter, issued: false };
    const change = decided.value;
    await put(tx, { before, change, at: end.at });
    const entry = entryOf(before, change, end.at);
    const doer = { commandId: command.commandId, actor: command.actor.id, union: command.actor.union };
    const key = context.historyKey;
    const seq = entry === null ? counter.seq : (await appendHistory(tx, end, { key, doer, entries: [entry] })).seq;
    const receipt: AccountReceipt = { account: change.after.id, rev: change.after.rev, at: end.at };
    const { bodyHash } = command;
    if (bodyHash !== null) await keepReply(tx, { ...command, bodyHash }, { at: end.at, reply: receipt });
    return done<Done<T>>({ receipt, outcome: change.outcome }, { ...counter, seq });
  });
}

function done<T>(value: T, counter: Counter): Written<Result<T>> {
  return { value: ok(value), counter, issued: false };
}

async function findBefore<T>(tx: Tx, command: AccountCommand): Promise<Result<Done<T>> | null> {
  const { bodyHash } = command;
  if (bodyHash === null) return null;
  const known = await findReply<AccountReceipt>(tx, { ...command, bodyHash });
  if (known === null) return null;
  return known.ok ? ok({ receipt: known.value, outcome: null }) : known;
}

export async function findAccount(tx: Tx, id: AccountId): Promise<Account | null> {
  const row = await tx.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

export async function needAccount(tx: Tx, id: AccountId): Promise<Account> {
  const found = await findAccount(tx, id);
  if (found === null) throw new Refused({ kind: 'account-unknown' });
  return found;
}

type Putting = { readonly before: Account | null; readonly change: AccountChange<unknown>; readonly at: Instant };

async function put(tx: Tx, { before, change, at }: Putting): Promise<void> {
  const { after, begin } = change;
  if (before === null) await insert(tx, after, at);
  else await update(tx, after);
  await endSessions(tx, change);
  if (begin !== null) await tx.insertInto('account_session').values(sessionRow(begin)).execute();
  await putInvite(tx, change);
}

async function insert(tx: Tx, account: Account, at: Instant): Promise<void> {
  const key = usernameKey(account.username);
  const taken = await tx.selectFrom('account').select('id').where('username_key', '=', key).executeTakeFirst();
  if (taken) throw new Refused({ kind: 'username-taken', field: 'username', username: account.username });
  await tx.insertInto('account').values(accountRow(account, at)).execute();
}

async function update(tx: Tx, account: Account): Promise<void> {
  const { id, made_at: _, ...columns } = accountRow(account, 0 as Instant);
  await tx.updateTable('account').set(columns).where('id', '=', id).execute();
}

async function endSessions(tx: Tx, { after, end }: AccountChange<unknown>): Promise<void> {
  if (end === 'none') return;
  const own = tx.deleteFrom('account_session').where('account_id', '=', after.id);
  if (end === 'all') await own.execute();
  else if ('only' in end) await own.where('id', '=', end.only).execute();
  else await own.where('id', '!=', end.except).execute();
}

async function putInvite(tx: Tx, { after, invite }: AccountChange<unknown>): Promise<void> {
  if (invite === 'keep') return;
  await tx.deleteFrom('account_invite').where('account_id', '=', after.id).execute();
  if (invite === 'used') return;
  const row = { account_id: after.id, token_hash: invite.tokenHash, expires_at: invite.expiresAt };
  await tx.insertInto('account_invite').values(row).execute();
}

function entryOf(before: Account | null, change: AccountChange<unknown>, at: Instant): Entry | null {
  const { after, step, reason, note } = change;
  if (step === null) return null;
  const told = before === null ? { before: null, after: toldOf(after) } : toldChange(before, after);
  return {
    effectiveOn: dateText(dayOf(at)),
    subject: 'account',
    subjectId: after.id,
    step,
    reason,
    before: told.before === null ? null : JSON.stringify(told.before),
    after: JSON.stringify({ ...told.after, ...note }),
  };
}

/** Who holds an invitation that is not over. Refuses `invite-unknown`. */
export async function invitedAccount(tx: Tx, tokenHash: string, at: Instant): Promise<Account> {
  const found = await tx
    .selectFrom('account_invite')
    .select('account_id')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  if (!found) throw new Refused({ kind: 'invite-unknown' });
  return needAccount(tx, found.account_id as AccountId);
}

export function needed<T>(decide: (account: Account, at: Instant) => Result<T>) {
  return (account: Account | null, at: Instant): Result<T> =>
    account === null ? refuse({ kind: 'account-unknown' }) : decide(account, at);
}

/** See `AccountsStore.noteStranger`: the same steps as a wrong try. */
export async function noteStranger(context: StoreContext, bucket: string): Promise<void> {
  await writing(context, async (tx, counter) => {
    await chainEnd(tx, counter, context.now());
    await tx
      .insertInto('account_stranger')
      .values({ bucket, tries: 1 })
      .onConflict((on) => on.column('bucket').doUpdateSet({ tries: sql<number>`account_stranger.tries + 1` }))
      .execute();
    return done(null, counter);
  });
}
