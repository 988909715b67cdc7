import type { Actor } from '../../shared/actor/actor.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Refusal } from '../../shared/kernel/refusal.ts';

/** Somebody who signed in, as of this request. */
export type Signed = {
  readonly actor: Actor;
  readonly username: string;
  /** What colleagues call them. */
  readonly name: string;
  /** Names the session in lists; not its token. */
  readonly session: string;
  /** Until then steps that ask for the password once more may be taken. */
  readonly freshUntil: Instant;
  /** Until then the session lasts if it is not used, and however it is used. */
  readonly expiresAt: Instant;
  readonly endsAt: Instant;
};

/** Whose session a request's cookie is, or null. Counts as use of the session. */
export type SignedBy = (headers: Headers) => Promise<Signed | null>;

/** The refusal of a step that wants the password given again, or null. */
export function staleSign({ freshUntil }: Signed, now: Instant): Refusal | null {
  return now <= freshUntil ? null : { kind: 'fresh-sign-needed' };
}
