import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { SignedBy } from '../../http/signed.ts';
import type { Store } from '../../store/port.ts';
import { sessionCookie } from './cookie.ts';
import { isOver, lastingOf } from './lasting.ts';
import { tokenHash } from './secrets.ts';

/** That a session was used is written down at most so often: a list that asks ten things writes once. */
const TOUCH_MS = 60_000;

export type SessionWorld = {
  readonly store: Pick<Store, 'sessionByToken' | 'markSession'>;
  readonly now: () => Instant;
  readonly secure: boolean;
  readonly idleMs: number;
};

/** Whose session the cookie of a request is. One that waits for its second step is nobody's. */
export function signedByCookie({ store, now, secure, idleMs }: SessionWorld): SignedBy {
  const cookie = sessionCookie(secure);
  return async (headers) => {
    const token = cookie.read(headers);
    if (token === '') return null;
    const found = await store.sessionByToken(tokenHash(token));
    const at = now();
    if (found === null || found.session.stage !== 'whole' || found.account.disabled) return null;
    if (isOver(found.session, idleMs, at)) return null;
    const isDue = at - found.session.usedAt >= TOUCH_MS;
    if (isDue) await store.markSession(found.session.id, { usedAt: at });
    const { account, session } = found;
    const { expiresAt, endsAt } = lastingOf(isDue ? { ...session, usedAt: at } : session, idleMs);
    return {
      actor: { id: account.id, union: account.union, functions: account.functions, stations: account.stations },
      username: account.username,
      name: account.name,
      session: session.id,
      freshUntil: instant(session.freshUntil),
      expiresAt,
      endsAt,
    };
  };
}
