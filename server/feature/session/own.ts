import {
  type Account,
  type AccountId,
  choosePassword,
  isLocked,
  setSecondFactor,
  unlockAccount,
} from '../../../shared/actor/account.ts';
import { passwordEnds } from '../../../shared/actor/password.ts';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Act } from '../../http/mount.ts';
import { type Signed, staleSign } from '../../http/signed.ts';
import type { SessionId } from '../../store/port/accounts.ts';
import { hashOfNew, offerFor, proveOffer, recoveryFor } from './choose.ts';
import { beginSession, changeOf, changeOwn, lockedRefusal, missed, type SignDesk, withCookie } from './desk.ts';
import { isOver } from './lasting.ts';
import { FRESH_MS } from './signing.ts';

/** Whose own account a request is about. */
async function ownAccount({ store }: SignDesk, { actor }: Signed): Promise<Result<Account>> {
  const account = await store.accountById(actor.id as AccountId);
  return account === null ? refuse({ kind: 'not-signed-in' }) : ok(account);
}

const wrongPassword = (field: string) => ({ kind: 'password-wrong', field }) as const;

/** The password of whoever is signed in, given once more; wrong ones count like those of signing in. */
async function proved(
  desk: SignDesk,
  account: Account,
  given: { field: string; password: string },
): Promise<Result<true>> {
  if (isLocked(account, desk.now())) return refuse(lockedRefusal(account));
  const isRight = await desk.hashing.matches(account.password?.hash ?? null, given.password);
  if (isRight && account.failed === 0) return ok(true);
  return changeOwn<true>(desk, account, (now, at) => {
    if (isLocked(now, at)) return changeOf(now, refuse(lockedRefusal(now)));
    if (isRight) return changeOf({ ...unlockAccount(now), rev: now.rev }, ok(true));
    const wrong = missed(desk, now, { at, refusal: wrongPassword(given.field) });
    return isLocked(wrong.after, at) ? { ...wrong, outcome: refuse(lockedRefusal(wrong.after)) } : wrong;
  });
}

export function giveFresh(desk: SignDesk): Act<'giveFresh'> {
  return async ({ body, who }) => {
    const account = await ownAccount(desk, who);
    if (!account.ok) return account;
    const right = await proved(desk, account.value, { field: 'password', password: body.password });
    if (!right.ok) return right;
    const freshUntil = instant(desk.now() + FRESH_MS);
    await desk.store.markSession(who.session as SessionId, { freshUntil });
    return ok({ freshUntil, serverTime: desk.now() });
  };
}

export function myAccount(desk: SignDesk): Act<'myAccount'> {
  return async ({ who }) => {
    const found = await ownAccount(desk, who);
    if (!found.ok) return found;
    const { password, secondFactor, stations } = found.value;
    const { profile, needsSecondFactor } = desk.signing;
    const since = password?.at ?? instant(0);
    const named = await desk.store.stationsById(stations);
    return ok({
      profile: profile.name,
      passwordSince: since,
      passwordEnds: passwordEnds(since, profile),
      secondFactor: secondFactor !== null,
      needsSecondFactor,
      recoveryLeft: secondFactor?.recovery.length ?? 0,
      stations: named.map(({ id, code, name }) => ({ id, code, name })),
    });
  };
}

/** All sessions end; the one that asked goes on as a new one. */
export function changePassword(desk: SignDesk): Act<'changePassword'> {
  return async ({ body, who, headers }) => {
    const account = await ownAccount(desk, who);
    if (!account.ok) return account;
    const right = await proved(desk, account.value, { field: 'current', password: body.current });
    if (!right.ok) return right;
    const hash = await hashOfNew(desk, account.value, body.password);
    if (!hash.ok) return hash;
    const token = await changeOwn<string>(desk, account.value, (now, at) => {
      const begun = beginSession(desk, 'whole', { account: now.id, headers, at });
      const after = choosePassword(now, hash.value, at);
      return changeOf(after, ok(begun.token), { step: 'change-password', end: 'all', begin: begun.session });
    });
    return token.ok ? ok(withCookie({}, desk.cookie.set(token.value))) : token;
  };
}

export function offerSecondFactor(desk: SignDesk): Act<'offerSecondFactor'> {
  return async ({ who }) => {
    const stale = staleSign(who, desk.now());
    if (stale !== null) return refuse(stale);
    const account = await ownAccount(desk, who);
    return account.ok ? ok(offerFor(desk, account.value)) : account;
  };
}

export function setOwnSecondFactor(desk: SignDesk): Act<'setSecondFactor'> {
  return async ({ body, who }) => {
    const stale = staleSign(who, desk.now());
    if (stale !== null) return refuse(stale);
    const account = await ownAccount(desk, who);
    if (!account.ok) return account;
    const recovery = await changeOwn<readonly string[]>(desk, account.value, (now, at) => {
      const fresh = proveOffer(desk, now, { ...body, at });
      if (!fresh.ok) return changeOf(now, fresh);
      const after = setSecondFactor(now, fresh.value.secondFactor);
      const end = { except: who.session as SessionId };
      return changeOf(after, ok(fresh.value.recovery), { step: 'set-second-factor', end });
    });
    return recovery.ok ? ok({ recovery: recovery.value }) : recovery;
  };
}

export function renewRecovery(desk: SignDesk): Act<'renewRecovery'> {
  return async ({ who }) => {
    const stale = staleSign(who, desk.now());
    if (stale !== null) return refuse(stale);
    const account = await ownAccount(desk, who);
    if (!account.ok) return account;
    const { recovery, hashes } = recoveryFor(desk);
    return changeOwn(desk, account.value, (now) => {
      // Without a second factor there is nothing that a recovery code would stand for.
      if (now.secondFactor === null) return changeOf(now, refuse({ kind: 'code-wrong' }));
      const after = { ...now, rev: now.rev + 1, secondFactor: { ...now.secondFactor, recovery: hashes } };
      return changeOf(after, ok({ recovery }), { step: 'renew-recovery' });
    });
  };
}

export function mySessions(desk: SignDesk): Act<'mySessions'> {
  return async ({ who }) => {
    const sessions = await liveSessions(desk, who.actor.id as AccountId);
    return ok({
      sessions: sessions.map(({ id, madeAt, usedAt, agent }) => ({
        id,
        isThis: id === who.session,
        madeAt,
        usedAt,
        agent,
      })),
    });
  };
}

/** Sessions that are not over. */
export async function liveSessions(desk: Pick<SignDesk, 'store' | 'signing' | 'now'>, account: AccountId) {
  const at: Instant = desk.now();
  const all = await desk.store.sessionsOf(account);
  return all.filter((session) => !isOver(session, desk.signing.idleMs, at));
}

export function endMySession(desk: SignDesk): Act<'endMySession'> {
  return async ({ params, who }) => {
    const account = await ownAccount(desk, who);
    if (!account.ok) return account;
    return changeOwn<object>(desk, account.value, (now) =>
      changeOf(now, ok({}), {
        step: 'end-session',
        note: { session: params.id },
        end: { only: params.id as SessionId },
      }),
    );
  };
}

export function signOut(desk: SignDesk): Act<'signOut'> {
  return async ({ who }) => {
    const account = await ownAccount(desk, who);
    if (!account.ok) return account;
    const { session } = who;
    const done = await changeOwn<object>(desk, account.value, (now) =>
      changeOf(now, ok({}), { step: 'sign-out', note: { session }, end: { only: session as SessionId } }),
    );
    return done.ok ? ok(withCookie({}, desk.cookie.clear())) : done;
  };
}
