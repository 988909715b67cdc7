import { createHash } from 'node:crypto';
import type { Account, AccountId } from '../../../shared/actor/account.ts';
import { accountState } from '../../../shared/actor/account.ts';
import { mayDo } from '../../../shared/actor/may.ts';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Signed } from '../../http/signed.ts';
import type { AccountCommand, NewInvite } from '../../store/port/accounts.ts';
import { type Secrets, secretsOf, tokenHash } from '../session/secrets.ts';
import { INVITE_MS } from '../session/signing.ts';
import type { UnionBook } from '../unions/book.ts';

export type AccountDesk = Pick<Deps, 'store' | 'now' | 'randomId' | 'signing' | 'unions'> & {
  readonly secrets: Secrets;
};

export function accountDesk(deps: Deps): AccountDesk {
  return { ...deps, secrets: secretsOf(deps.secret, deps.randomId) };
}

/** A security administrator and the unions that are theirs. */
export type Keeping = { readonly who: Signed; readonly book: UnionBook };

/** Whether somebody keeps accounts at all; whose, is `reach`. Refuses `not-permitted`. */
export async function keeping({ unions }: AccountDesk, who: Signed): Promise<Result<Keeping>> {
  const book = await unions.current();
  const may = mayDo(who.actor, 'manage-accounts', { id: null, union: who.actor.union, tree: book.tree });
  return may.ok ? ok({ who, book }) : may;
}

/** Refuses `union-unknown` for unions elsewhere as for those that are not. */
export function reach({ who, book }: Keeping, union: string): Result<UnionId> {
  const id = union as UnionId;
  const may = mayDo(who.actor, 'manage-accounts', { id: null, union: id, tree: book.tree });
  return may.ok ? ok(id) : refuse({ kind: 'union-unknown', union });
}

/** An account of one's own branch. Refuses `account-unknown` for one elsewhere as for one that is not. */
export async function accountIn({ store }: AccountDesk, keeper: Keeping, id: string): Promise<Result<Account>> {
  const account = await store.accountById(id as AccountId);
  if (account === null || !reach(keeper, account.union).ok) return refuse({ kind: 'account-unknown' });
  return ok(account);
}

/** The unions of a branch as the store takes them: null for all there are. */
export function branchFor({ book }: Keeping, top: UnionId): readonly UnionId[] | null {
  const branch = book.branchOf(top);
  return branch.size === book.all.length ? null : [...branch];
}

/** A command sent by a page; what it was about is part of what makes it the same command. */
export function commandOf(
  { now }: AccountDesk,
  { actor }: Signed,
  { commandId, about }: { readonly commandId: string; readonly about: unknown },
): AccountCommand {
  const bodyHash = createHash('sha256').update(JSON.stringify(about)).digest('hex');
  return { commandId, actor, bodyHash, at: now() };
}

/** The invitation of a command: asked again under the same id it is the same one. */
export function inviteOf(
  secrets: Secrets,
  commandId: string,
  at: Instant,
): { readonly kept: NewInvite; readonly told: RouteReply<'inviteAccount'>['invite'] } {
  const token = secrets.inviteToken(commandId);
  const expiresAt = instant(at + INVITE_MS);
  return { kept: { tokenHash: tokenHash(token), expiresAt }, told: { path: `/admin/join#${token}`, expiresAt } };
}

export function viewOf(account: Account, book: UnionBook, at: Instant): RouteReply<'accounts'>['accounts'][number] {
  const { id, username, name, union, functions, secondFactor, signedAt, lockedUntil, rev } = account;
  const state = accountState(account, at);
  return {
    id,
    username,
    fullName: name,
    union: { id: union, name: book.get(union)?.name ?? '' },
    functions,
    state,
    secondFactor: secondFactor !== null,
    signedAt,
    lockedUntil: state === 'locked' ? lockedUntil : null,
    rev,
  };
}
