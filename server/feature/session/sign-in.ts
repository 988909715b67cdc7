import { createHmac } from 'node:crypto';
import {
  type Account,
  choosePassword,
  isLocked,
  setSecondFactor,
  signInDone,
  takeRecovery,
  takeStep,
  usernameKey,
} from '../../../shared/actor/account.ts';
import { passwordEnds } from '../../../shared/actor/password.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Act } from '../../http/mount.ts';
import type { AccountChange, Session, SessionStage } from '../../store/port/accounts.ts';
import { digitsOf, hashOfNew, offerFor, proveOffer } from './choose.ts';
import {
  type Begun,
  beginSession,
  changeOf,
  changeOwn,
  lockedRefusal,
  missed,
  type SignDesk,
  withCookie,
} from './desk.ts';
import { isOver } from './lasting.ts';
import { recoveryKey } from './recovery.ts';
import { tokenHash } from './secrets.ts';
import { SESSION_MS } from './signing.ts';
import { stepOf } from './totp.ts';

/** What a step of signing in came to. */
type Passed = {
  readonly account: Account;
  readonly begun: Begun;
  readonly recovery: readonly string[] | null;
  readonly recoveryLeft: number | null;
};
type Attempt = { readonly headers: Headers; readonly address: () => string };

export function signIn(desk: SignDesk): Act<'signIn'> {
  return ({ body, headers, address }) =>
    throttled(desk, { headers, address }, async () => {
      const account = await desk.store.accountByUsername(body.username);
      const held = account?.password?.hash ?? null;
      const isRight = await desk.hashing.matches(held, body.password);
      const failed = failure(desk);
      if (account === null) {
        await desk.store.noteStranger(bucketOf(body.username));
        return refuse(failed);
      }
      return changeOwn<Passed>(desk, account, (now, at) => {
        if (now.disabled || isLocked(now, at) || held === null || now.password?.hash !== held) {
          return changeOf(now, refuse(failed));
        }
        if (!isRight) return missed(desk, now, { at, refusal: failed });
        return passed(desk, now, { at, headers, proved: 'password' });
      });
    });
}

function failure({ signing }: SignDesk): Refusal {
  const { attempts, lockMinutes } = signing.profile;
  return { kind: 'sign-in-failed', attempts, lockMinutes };
}

/** One of 256, so that what strangers type is neither kept nor grows. */
function bucketOf(username: string): string {
  return createHmac('sha256', 'bucket').update(usernameKey(username)).digest('hex').slice(0, 2);
}

export function signInCode(desk: SignDesk): Act<'signInCode'> {
  return ({ body, headers, address }) =>
    throttled(desk, { headers, address }, () =>
      withHalf(desk, { headers, stage: 'code' }, (account, { session, at }) => {
        if (isLocked(account, at)) return changeOf(account, refuse(lockedRefusal(account)));
        const taken = takeCode(desk, account, { code: body.code, at });
        if (taken.ok) {
          return passed(desk, taken.value.account, { at, headers, proved: taken.value.by, half: session });
        }
        if (taken.refusal.kind === 'code-used') return changeOf(account, taken);
        const wrong = missed(desk, account, { at, refusal: taken.refusal });
        return isLocked(wrong.after, at) ? { ...wrong, outcome: refuse(lockedRefusal(wrong.after)) } : wrong;
      }),
    );
}

type Proof = 'password' | 'code' | 'recovery' | 'set-up';

function takeCode(
  { secrets }: SignDesk,
  account: Account,
  { code, at }: { readonly code: string; readonly at: Instant },
): Result<{ readonly account: Account; readonly by: Proof }> {
  const digits = digitsOf(code);
  if (!/^\d{6}$/.test(digits)) {
    const taken = takeRecovery(account, secrets.recoveryHash(recoveryKey(code)));
    return taken.ok ? ok({ account: taken.value, by: 'recovery' }) : taken;
  }
  const secret = secrets.open(account.secondFactor?.sealed ?? '', account.id);
  const step = secret === null ? null : stepOf(secret, digits, at);
  if (step === null) return refuse({ kind: 'code-wrong' });
  const taken = takeStep(account, step);
  return taken.ok ? ok({ account: taken.value, by: 'code' }) : taken;
}

export function signInPassword(desk: SignDesk): Act<'signInPassword'> {
  return async ({ body, headers }) => {
    const half = await halfSession(desk, headers, 'password');
    if (half === null) return refuse({ kind: 'sign-in-lapsed' });
    const hash = await hashOfNew(desk, half.account, body.password);
    if (!hash.ok) return hash;
    const done = await withHalf(desk, { headers, stage: 'password' }, (account, { session, at }) => {
      const chosen = choosePassword(account, hash.value, at);
      const change = passed(desk, chosen, { at, headers, proved: 'password', half: session });
      return { ...change, end: 'all', step: 'change-password' };
    });
    return answered(desk, done);
  };
}

export function signInSetUp(desk: SignDesk): Act<'signInSetUp'> {
  return ({ body, headers, address }) =>
    throttled(desk, { headers, address }, () =>
      withHalf(desk, { headers, stage: 'set-up' }, (account, { session, at }) => {
        const proved = proveOffer(desk, account, { ...body, at });
        if (!proved.ok) return changeOf(account, proved);
        const { secondFactor, recovery } = proved.value;
        const set = setSecondFactor(account, secondFactor);
        const change = passed(desk, set, { at, headers, proved: 'set-up', half: session, recovery });
        return { ...change, end: 'all', step: 'set-second-factor' };
      }),
    );
}

type Passing = {
  readonly at: Instant;
  readonly headers: Headers;
  readonly proved: Proof;
  readonly half?: Session;
  readonly recovery?: readonly string[];
};

/** One step further: another session takes the place of the half one. */
function passed(
  desk: SignDesk,
  account: Account,
  { at, headers, proved, half, recovery }: Passing,
): AccountChange<Result<Passed>> {
  const stage = stageOf(desk, account, { at, isCodeDone: half !== undefined });
  const begun = beginSession(desk, stage, { account: account.id, headers, at });
  const isIn = stage === 'whole';
  const after = isIn ? signInDone(account, at) : account;
  const recoveryLeft = proved === 'recovery' ? (after.secondFactor?.recovery.length ?? 0) : null;
  const outcome: Result<Passed> = ok({ account: after, begun, recovery: recovery ?? null, recoveryLeft });
  return changeOf(after, outcome, {
    // A recovery code that was taken is told even where the sign-in is not yet done.
    step: isIn ? 'sign-in' : proved === 'recovery' ? 'use-recovery' : null,
    note: { by: proved, ...(isIn && { session: begun.session.id }) },
    end: half === undefined ? 'none' : { only: half.id },
    begin: begun.session,
  });
}

function stageOf(
  { signing }: SignDesk,
  account: Account,
  { at, isCodeDone }: { readonly at: Instant; readonly isCodeDone: boolean },
): SessionStage {
  if (account.secondFactor !== null && !isCodeDone) return 'code';
  const ends = account.password === null ? null : passwordEnds(account.password.at, signing.profile);
  if (ends !== null && at >= ends) return 'password';
  return account.secondFactor === null && signing.needsSecondFactor ? 'set-up' : 'whole';
}

/** Tries are counted by address before they are looked at; one that was right is no guess. */
async function throttled(
  desk: SignDesk,
  { address }: Attempt,
  attempt: () => Promise<Result<Passed>>,
): Promise<Result<Response>> {
  const from = address();
  const retrySeconds = await desk.throttle.begin(from);
  if (retrySeconds > 0) return refuse({ kind: 'rate-limited', retrySeconds });
  const done = await attempt();
  if (done.ok) await desk.throttle.forgive(from);
  return answered(desk, done);
}

async function answered(desk: SignDesk, done: Result<Passed>): Promise<Result<Response>> {
  if (!done.ok) return done;
  const { account, begun, recovery, recoveryLeft } = done.value;
  const { stage, madeAt } = begun.session;
  if (stage === 'whole') await desk.store.sweepSessions((madeAt - SESSION_MS) as Instant);
  const reply: RouteReply<'signIn'> = {
    next: stage === 'whole' ? 'in' : stage,
    profile: desk.signing.profile.name,
    offer: stage === 'set-up' ? offerFor(desk, account) : null,
    recovery,
    recoveryLeft,
  };
  return ok(withCookie(reply, desk.cookie.set(begun.token)));
}

type Half = { readonly session: Session; readonly account: Account };

async function halfSession(desk: SignDesk, headers: Headers, stage: SessionStage): Promise<Half | null> {
  const token = desk.cookie.read(headers);
  const found = token === '' ? null : await desk.store.sessionByToken(tokenHash(token));
  if (found === null || found.session.stage !== stage || found.account.disabled) return null;
  return isOver(found.session, desk.signing.idleMs, desk.now()) ? null : found;
}

async function withHalf(
  desk: SignDesk,
  { headers, stage }: { readonly headers: Headers; readonly stage: SessionStage },
  decide: (account: Account, on: { readonly session: Session; readonly at: Instant }) => AccountChange<Result<Passed>>,
): Promise<Result<Passed>> {
  const half = await halfSession(desk, headers, stage);
  if (half === null) return refuse({ kind: 'sign-in-lapsed' });
  const { session } = half;
  return changeOwn<Passed>(desk, half.account, (account, at) => {
    // Disabled, or reset, since: what the first step proved no longer holds.
    const holds = !account.disabled && account.password?.hash === half.account.password?.hash;
    return holds ? decide(account, { session, at }) : changeOf(account, refuse({ kind: 'sign-in-lapsed' }));
  });
}
