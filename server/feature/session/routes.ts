import { instant } from '../../../shared/kernel/instant.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { FUNCTIONS } from '../../../shared/station/lifecycle.ts';
import type { Deps } from '../../deps.ts';
import { type Act, type Door, mount } from '../../http/mount.ts';
import type { SessionId } from '../../store/port/accounts.ts';
import { type SignDesk, signDesk } from './desk.ts';
import { join, openInvite } from './join.ts';
import { isOver, lastingOf } from './lasting.ts';
import {
  changePassword,
  endMySession,
  giveFresh,
  myAccount,
  mySessions,
  offerSecondFactor,
  renewRecovery,
  setOwnSecondFactor,
  signOut,
} from './own.ts';
import { tokenHash } from './secrets.ts';
import { signIn, signInCode, signInPassword, signInSetUp } from './sign-in.ts';

export function mountSession(door: Door, deps: Deps): void {
  const desk = signDesk(deps);
  mount(door, 'session', session(desk));
  mount(door, 'signIn', signIn(desk));
  mount(door, 'signInCode', signInCode(desk));
  mount(door, 'signInPassword', signInPassword(desk));
  mount(door, 'signInSetUp', signInSetUp(desk));
  mount(door, 'openInvite', openInvite(desk));
  mount(door, 'join', join(desk));
  mount(door, 'me', me(desk));
  mount(door, 'extendSession', extendSession(desk));
  mount(door, 'signOut', signOut(desk));
  mount(door, 'giveFresh', giveFresh(desk));
  mount(door, 'myAccount', myAccount(desk));
  mount(door, 'changePassword', changePassword(desk));
  mount(door, 'offerSecondFactor', offerSecondFactor(desk));
  mount(door, 'setSecondFactor', setOwnSecondFactor(desk));
  mount(door, 'renewRecovery', renewRecovery(desk));
  mount(door, 'mySessions', mySessions(desk));
  mount(door, 'endMySession', endMySession(desk));
}

/** Looks at the session without using it: a page that waits for its end must not put it off by asking. */
function session({ store, cookie, signing, now }: SignDesk): Act<'session'> {
  return async ({ headers }) => {
    const token = cookie.read(headers);
    const found = token === '' ? null : await store.sessionByToken(tokenHash(token));
    const isLive =
      found !== null &&
      found.session.stage === 'whole' &&
      !found.account.disabled &&
      !isOver(found.session, signing.idleMs, now());
    const lasting = isLive ? lastingOf(found.session, signing.idleMs) : { expiresAt: null, endsAt: null };
    return ok({ ...lasting, serverTime: now(), demo: signing.demo });
  };
}

function me({ unions, now }: SignDesk): Act<'me'> {
  return async ({ who }) => {
    const book = await unions.current();
    const union = book.get(who.actor.union);
    const level = book.tree.levelOf(who.actor.union);
    if (union === null || level === null) return refuse({ kind: 'not-signed-in' });
    return ok({
      id: who.actor.id,
      username: who.username,
      name: who.name,
      union: { id: union.id, name: union.name, level, region: union.region },
      functions: FUNCTIONS.filter((name) => who.actor.functions.includes(name)),
      freshUntil: who.freshUntil,
      expiresAt: who.expiresAt,
      endsAt: who.endsAt,
      serverTime: now(),
    });
  };
}

function extendSession({ store, signing, now }: SignDesk): Act<'extendSession'> {
  return async ({ who }) => {
    const at = now();
    await store.markSession(who.session as SessionId, { usedAt: at });
    const expiresAt = instant(Math.min(at + signing.idleMs, who.endsAt));
    return ok({ expiresAt, endsAt: who.endsAt, serverTime: at });
  };
}
