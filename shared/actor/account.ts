import type { Brand } from '../kernel/brand.ts';
import { type Instant, instant } from '../kernel/instant.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { AccountFunction } from '../station/lifecycle.ts';
import type { StationId, UnionId } from '../station/station.ts';
import { functionsFault } from './actor.ts';
import type { PasswordProfile } from './password.ts';

/** Random 128 bit as 32 hex digits. */
export type AccountId = Brand<string, 'AccountId'>;

/** The hash as the hashing made it, and when the password was chosen. */
export type Password = { readonly hash: string; readonly at: Instant };

/**
 * The secret as it is sealed for the store, the last time step of which a code was taken, and the keyed hashes of the
 * recovery codes that are left.
 */
export type SecondFactor = { readonly sealed: string; readonly step: number; readonly recovery: readonly string[] };

/** An account as it is stored. What is secret in it is hashed or sealed, and still leaves the server never. */
export type Account = {
  readonly id: AccountId;
  /** As it was given; two that differ in case alone are one. */
  readonly username: string;
  readonly name: string;
  readonly union: UnionId;
  readonly functions: readonly AccountFunction[];
  readonly stations: readonly StationId[];
  /** Null until the invitation is taken up, and again after a reset. */
  readonly password: Password | null;
  /** Hashes of the passwords before, newest first. */
  readonly past: readonly string[];
  readonly secondFactor: SecondFactor | null;
  readonly disabled: boolean;
  /** Wrong tries in a row. */
  readonly failed: number;
  readonly lockedUntil: Instant | null;
  readonly signedAt: Instant | null;
  readonly rev: number;
};

/** What a security administrator says about an account. */
export type AccountFacts = Pick<Account, 'name' | 'union' | 'functions' | 'stations'>;

export const ACCOUNT_STATES = ['active', 'invited', 'locked', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export function accountState(account: Account, at: Instant): AccountState {
  if (account.disabled) return 'disabled';
  if (account.password === null) return 'invited';
  return isLocked(account, at) ? 'locked' : 'active';
}

export function isLocked({ lockedUntil }: Pick<Account, 'lockedUntil'>, at: Instant): boolean {
  return lockedUntil !== null && at < lockedUntil;
}

/** Two usernames with one key are one username. */
export function usernameKey(username: string): string {
  return username.normalize('NFKC').toLowerCase();
}

/** Functions that are bound to stations by name. */
const WITH_STATIONS: readonly AccountFunction[] = ['keeper', 'inspector'];

export function needsStations(functions: readonly AccountFunction[]): boolean {
  return functions.some((name) => WITH_STATIONS.includes(name));
}

/** Refuses facts that no account may have: `separate-accounts`, `field-required`. */
function factsFault({ functions, stations }: AccountFacts): Result<true> {
  const fault = functionsFault(functions);
  if (fault !== null) return refuse(fault);
  if (functions.length === 0) return refuse({ kind: 'field-required', field: 'functions' });
  if (needsStations(functions) && stations.length === 0) return refuse({ kind: 'field-required', field: 'stations' });
  return ok(true);
}

/** An account that has been invited and has no password yet. */
export function inviteAccount(
  { id, username }: Pick<Account, 'id' | 'username'>,
  facts: AccountFacts,
): Result<Account> {
  const fit = factsFault(facts);
  if (!fit.ok) return fit;
  return ok({
    id,
    username,
    ...tidy(facts),
    password: null,
    past: [],
    secondFactor: null,
    disabled: false,
    failed: 0,
    lockedUntil: null,
    signedAt: null,
    rev: 1,
  });
}

/** Refuses `rev-stale` beside what no account may have. */
export function editAccount(account: Account, facts: AccountFacts, based: number): Result<Account> {
  if (based !== account.rev) return refuse({ kind: 'rev-stale', based, current: account.rev });
  const fit = factsFault(facts);
  return fit.ok ? ok(next(account, tidy(facts))) : fit;
}

/** Stations stand only with those whose function is bound to them. */
function tidy({ name, union, functions, stations }: AccountFacts): AccountFacts {
  return { name, union, functions, stations: needsStations(functions) ? stations : [] };
}

export function disableAccount(account: Account): Account {
  return next(account, { disabled: true });
}

/** Whoever comes back begins without old wrong tries. */
export function enableAccount(account: Account): Account {
  return next(account, { disabled: false, failed: 0, lockedUntil: null });
}

export function unlockAccount(account: Account): Account {
  return next(account, { failed: 0, lockedUntil: null });
}

/** Neither password nor second factor are left; old passwords stay, so that they are not taken again. */
export function resetAccount(account: Account): Account {
  return next(account, { ...unlocked, password: null, past: hadPasswords(account), secondFactor: null });
}

const unlocked = { failed: 0, lockedUntil: null } as const;

export function choosePassword(account: Account, hash: string, at: Instant): Account {
  return next(account, { ...unlocked, password: { hash, at }, past: hadPasswords(account) });
}

/** Hashes of all passwords that are remembered, the present one first. */
export function hadPasswords({ password, past }: Account): readonly string[] {
  return password === null ? past : [password.hash, ...past].slice(0, PAST_MOST);
}

/** Kept of every account, whatever the profile: it may become a stricter one. */
const PAST_MOST = 5;

export function setSecondFactor(account: Account, secondFactor: SecondFactor): Account {
  return next(account, { ...unlocked, secondFactor });
}

/** One more wrong try. Whoever has used up the tries is locked for a while, and then has all of them again. */
export function wrongTry(account: Account, { attempts, lockMinutes }: PasswordProfile, at: Instant): Account {
  if (isLocked(account, at)) return account;
  const failed = account.failed + 1;
  if (failed < attempts) return { ...account, failed, lockedUntil: null };
  return next(account, { failed: 0, lockedUntil: instant(at + lockMinutes * 60_000) });
}

export function signInDone(account: Account, at: Instant): Account {
  return { ...account, ...unlocked, signedAt: at };
}

/** A code of a time step is taken once, and none of an earlier step after it. Refuses `code-used`. */
export function takeStep(account: Account, step: number): Result<Account> {
  if (account.secondFactor === null || step <= account.secondFactor.step) return refuse({ kind: 'code-used' });
  return ok({ ...account, secondFactor: { ...account.secondFactor, step } });
}

/** A recovery code is taken once. Refuses `code-wrong`. */
export function takeRecovery(account: Account, hash: string): Result<Account> {
  const { secondFactor } = account;
  if (secondFactor === null || !secondFactor.recovery.includes(hash)) return refuse({ kind: 'code-wrong' });
  const recovery = secondFactor.recovery.filter((held) => held !== hash);
  return ok(next(account, { secondFactor: { ...secondFactor, recovery } }));
}

function next(account: Account, over: Partial<Account>): Account {
  return { ...account, ...over, rev: account.rev + 1 };
}
