import { type Account, hadPasswords, type SecondFactor } from '../../../shared/actor/account.ts';
import { isCommonPassword, passwordFault, weakPassword } from '../../../shared/actor/password.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { SignDesk } from './desk.ts';
import { newRecoveryCodes, recoveryKey } from './recovery.ts';
import { newSecret, secretUri, stepOf } from './totp.ts';

/** The hash of a new password, made outside of any transaction. Refuses `password-weak`. */
export async function hashOfNew(desk: SignDesk, account: Account, password: string): Promise<Result<string>> {
  const { profile, isListed } = desk.signing;
  const isCommon = (text: string) => isCommonPassword(text, isListed);
  const fault = passwordFault(password, profile, { username: account.username, isCommon });
  if (fault !== null) return refuse(fault);
  for (const hash of hadPasswords(account).slice(0, profile.history)) {
    if (await desk.hashing.matches(hash, password)) return refuse(weakPassword('used', profile));
  }
  return ok(await desk.hashing.hash(password));
}

/** A secret for an authenticator. The ticket is the same, sealed for this account alone, so nothing is kept until it is confirmed. */
export function offerFor({ secrets, randomId }: SignDesk, account: Account): RouteReply<'offerSecondFactor'> {
  const secret = newSecret(randomId);
  return { secret, uri: secretUri(secret, account.username), ticket: secrets.seal(secret, ticketOwner(account)) };
}

function ticketOwner({ id }: Account): string {
  return `offer ${id}`;
}

/** A second factor that was proved by its first code, and its recovery codes, to be shown once. */
export type Proved = { readonly secondFactor: SecondFactor; readonly recovery: readonly string[] };

/** Refuses `set-up-code-wrong`; a ticket that is none of ours for this account is a wrong code, too. */
export function proveOffer(
  desk: SignDesk,
  account: Account,
  { ticket, code, at }: { readonly ticket: string; readonly code: string; readonly at: Instant },
): Result<Proved> {
  const secret = desk.secrets.open(ticket, ticketOwner(account));
  const step = secret === null ? null : stepOf(secret, digitsOf(code), at);
  if (secret === null || step === null) return refuse({ kind: 'set-up-code-wrong' });
  const { recovery, hashes } = recoveryFor(desk);
  return ok({ secondFactor: { sealed: desk.secrets.seal(secret, account.id), step, recovery: hashes }, recovery });
}

export function recoveryFor({ secrets, randomId }: SignDesk): {
  readonly recovery: readonly string[];
  readonly hashes: readonly string[];
} {
  const recovery = newRecoveryCodes(randomId);
  return { recovery, hashes: recovery.map((code) => secrets.recoveryHash(recoveryKey(code))) };
}

/** A code as it is typed, with or without a gap in the middle. */
export function digitsOf(code: string): string {
  return code.normalize('NFKC').replace(/\s/g, '');
}
