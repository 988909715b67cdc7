import { type Account, type AccountId, isLocked, wrongTry } from '../../../shared/actor/account.ts';
import { type Instant, instant, isoText } from '../../../shared/kernel/instant.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import type { AccountChange, AccountCommand, NewSession, SessionId, SessionStage } from '../../store/port/accounts.ts';
import { agentText } from './agent.ts';
import { type SessionCookie, sessionCookie } from './cookie.ts';
import type { Hashing } from './hashing.ts';
import { type Secrets, secretsOf, tokenHash } from './secrets.ts';
import { FRESH_MS } from './signing.ts';
import { type Throttle, throttleOf } from './throttle.ts';

/** What every step of signing in is done with. */
export type SignDesk = Pick<Deps, 'store' | 'now' | 'randomId' | 'signing' | 'unions'> & {
  readonly secrets: Secrets;
  readonly hashing: Hashing;
  readonly cookie: SessionCookie;
  readonly throttle: Throttle;
};

export function signDesk(deps: Deps): SignDesk {
  return {
    ...deps,
    secrets: secretsOf(deps.secret, deps.randomId),
    hashing: deps.signing.hashing,
    cookie: sessionCookie(deps.secure),
    throttle: throttleOf(deps.secret, deps.now),
  };
}

/** A command the server makes itself while it answers somebody about their own account. */
export function ownCommand({ randomId, now }: SignDesk, { id, union }: Pick<Account, 'id' | 'union'>): AccountCommand {
  return { commandId: randomId(), actor: { id, union }, bodyHash: null, at: now() };
}

/** A change that leaves all else as it is. */
export function changeOf<T>(
  after: Account,
  outcome: T,
  over: Partial<Omit<AccountChange<T>, 'after' | 'outcome'>> = {},
): AccountChange<T> {
  return { after, step: null, reason: null, note: {}, end: 'none', begin: null, invite: 'keep', outcome, ...over };
}

export type Begun = { readonly token: string; readonly session: NewSession };

/** A new session; who has just given the password has given it freshly. */
export function beginSession(
  { randomId }: SignDesk,
  stage: SessionStage,
  { account, headers, at }: { readonly account: AccountId; readonly headers: Headers; readonly at: Instant },
): Begun {
  const token = randomId();
  const agent = agentText(headers.get('user-agent'));
  const id = randomId() as SessionId;
  const freshUntil = instant(at + FRESH_MS);
  return {
    token,
    session: { id, account, stage, madeAt: at, usedAt: at, freshUntil, agent, tokenHash: tokenHash(token) },
  };
}

/** A try that was wrong: counted, and told in history when it was one too many. */
export function missed(
  { signing }: SignDesk,
  account: Account,
  { at, refusal }: { readonly at: Instant; readonly refusal: Refusal },
): AccountChange<Result<never>> {
  const after = wrongTry(account, signing.profile, at);
  const isNowLocked = isLocked(after, at) && !isLocked(account, at);
  return changeOf<Result<never>>(after, refuse(refusal), { step: isNowLocked ? 'lock' : null });
}

export function lockedRefusal({ lockedUntil }: Account): Refusal {
  return { kind: 'account-locked', until: isoText(lockedUntil ?? instant(0)).slice(11, 16) };
}

/** Changes one's own account; what the change came to is what is answered. */
export async function changeOwn<T>(
  desk: SignDesk,
  who: Pick<Account, 'id' | 'union'>,
  decide: (account: Account, at: Instant) => AccountChange<Result<T>>,
): Promise<Result<T>> {
  const done = await desk.store.changeAccount(ownCommand(desk, who), who.id, (account, at) =>
    account === null ? refuse({ kind: 'account-unknown' }) : ok(decide(account, at)),
  );
  if (!done.ok) return done;
  if (done.value.outcome === null) throw new Error('a command of the server itself was taken for an earlier one');
  return done.value.outcome;
}

export function withCookie(body: object, cookie: string): Response {
  return Response.json(body, { headers: { 'set-cookie': cookie, 'cache-control': 'no-store' } });
}
