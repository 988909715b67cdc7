import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { Session } from '../../store/port/accounts.ts';
import { HALF_MS, SESSION_MS } from './signing.ts';

/** Until when a session lasts: if nobody uses it, and whatever is done. */
export type Lasting = { readonly expiresAt: Instant; readonly endsAt: Instant };

export function lastingOf({ stage, madeAt, usedAt }: Session, idleMs: number): Lasting {
  if (stage !== 'whole') return { expiresAt: instant(madeAt + HALF_MS), endsAt: instant(madeAt + HALF_MS) };
  const endsAt = instant(madeAt + SESSION_MS);
  return { expiresAt: instant(Math.min(usedAt + idleMs, endsAt)), endsAt };
}

export function isOver(session: Session, idleMs: number, at: Instant): boolean {
  return at >= lastingOf(session, idleMs).expiresAt;
}
