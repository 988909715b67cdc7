import type { PasswordProfile } from '../../../shared/actor/password.ts';
import type { Hashing } from './hashing.ts';

/** How people sign in at this deployment. */
export type Signing = {
  readonly profile: PasswordProfile;
  readonly needsSecondFactor: boolean;
  /** Milliseconds a session lasts without being used. */
  readonly idleMs: number;
  readonly hashing: Hashing;
  /** Whether everybody's list of passwords has this text. */
  readonly isListed: (text: string) => boolean;
  /** Labelled accounts for a look round; empty where nobody may sign in as everybody. */
  readonly demo: readonly { readonly username: string; readonly name: string }[];
};

/** A session ends after so long whatever is done in it. */
export const SESSION_MS = 12 * 3_600_000;
/** Between the first step of signing in and the last. */
export const HALF_MS = 10 * 60_000;
/** After the password was given. */
export const FRESH_MS = 5 * 60_000;
/** An invitation can be taken up so long. */
export const INVITE_MS = 72 * 3_600_000;
