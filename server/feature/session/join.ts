import { type Account, choosePassword, setSecondFactor, signInDone } from '../../../shared/actor/account.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Act } from '../../http/mount.ts';
import { hashOfNew, offerFor, proveOffer } from './choose.ts';
import { type Begun, beginSession, changeOf, ownCommand, type SignDesk, withCookie } from './desk.ts';
import { tokenHash } from './secrets.ts';

/** Whom an invitation is for, and a secret for their authenticator. */
export function openInvite(desk: SignDesk): Act<'openInvite'> {
  return async ({ body, address }) => {
    const from = address();
    const retrySeconds = await desk.throttle.begin(from);
    if (retrySeconds > 0) return refuse({ kind: 'rate-limited', retrySeconds });
    const invited = await invitedOf(desk, body.token);
    if (invited === null) return refuse({ kind: 'invite-unknown' });
    await desk.throttle.forgive(from);
    const { account, expiresAt } = invited;
    const book = await desk.unions.current();
    return ok({
      username: account.username,
      fullName: account.name,
      union: book.get(account.union)?.name ?? '',
      functions: account.functions,
      profile: desk.signing.profile.name,
      needsSecondFactor: desk.signing.needsSecondFactor,
      offer: offerFor(desk, account),
      expiresAt,
    });
  };
}

async function invitedOf({ store, now }: SignDesk, token: string) {
  const invited = await store.inviteByToken(tokenHash(token), now());
  return invited === null || invited.account.disabled ? null : invited;
}

type Joined = { readonly begun: Begun; readonly recovery: readonly string[] | null };

/** Password and second factor in one transaction, which also uses the invitation up. */
export function join(desk: SignDesk): Act<'join'> {
  return async ({ body, headers, address }) => {
    const from = address();
    const retrySeconds = await desk.throttle.begin(from);
    if (retrySeconds > 0) return refuse({ kind: 'rate-limited', retrySeconds });
    const invited = await invitedOf(desk, body.token);
    if (invited === null) return refuse({ kind: 'invite-unknown' });
    await desk.throttle.forgive(from);
    const hash = await hashOfNew(desk, invited.account, body.password);
    if (!hash.ok) return hash;
    const done = await take(desk, { ...body, hash: hash.value, headers, account: invited.account });
    if (!done.ok) return done;
    const { begun, recovery } = done.value;
    return ok(withCookie({ recovery }, desk.cookie.set(begun.token)));
  };
}

type Taking = {
  readonly token: string;
  readonly hash: string;
  readonly ticket: string | null;
  readonly code: string | null;
  readonly headers: Headers;
  readonly account: Account;
};

async function take(desk: SignDesk, { token, hash, ticket, code, headers, account }: Taking): Promise<Result<Joined>> {
  const command = ownCommand(desk, account);
  const done = await desk.store.takeInvite<Joined>(command, tokenHash(token), (now, at) => {
    if (now.disabled) return refuse({ kind: 'invite-unknown' });
    if (desk.signing.needsSecondFactor && (ticket === null || code === null)) {
      return refuse({ kind: 'field-required', field: 'code' });
    }
    const proved = ticket === null || code === null ? null : proveOffer(desk, now, { ticket, code, at });
    if (proved?.ok === false) return proved;
    const chosen = choosePassword(now, hash, at);
    const whole = proved === null ? chosen : setSecondFactor(chosen, proved.value.secondFactor);
    const begun = beginSession(desk, 'whole', { account: now.id, headers, at });
    const outcome: Joined = { begun, recovery: proved?.value.recovery ?? null };
    const note = { session: begun.session.id };
    return ok(
      changeOf(signInDone(whole, at), outcome, {
        step: 'join',
        note,
        end: 'all',
        begin: begun.session,
        invite: 'used',
      }),
    );
  });
  if (!done.ok) return done;
  if (done.value.outcome === null) throw new Error('a command of the server itself was taken for an earlier one');
  return ok(done.value.outcome);
}
