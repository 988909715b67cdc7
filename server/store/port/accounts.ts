import type { Account, AccountId, AccountState } from '../../../shared/actor/account.ts';
import type { Brand } from '../../../shared/kernel/brand.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { AccountFunction } from '../../../shared/station/lifecycle.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { CommandEnvelope } from './command.ts';

/** Names a session in lists and in history; never its token. */
export type SessionId = Brand<string, 'SessionId'>;

/** What still has to be given before the session is a whole one. */
export const SESSION_STAGES = ['whole', 'code', 'password', 'set-up'] as const;
export type SessionStage = (typeof SESSION_STAGES)[number];

export type Session = {
  readonly id: SessionId;
  readonly account: AccountId;
  readonly stage: SessionStage;
  readonly madeAt: Instant;
  readonly usedAt: Instant;
  readonly freshUntil: Instant;
  /** Family of browser and system, as text for people. */
  readonly agent: string;
};
/** `tokenHash`: SHA-256 of the token in hex; the token itself is with the browser alone. */
export type NewSession = Session & { readonly tokenHash: string };

/** `tokenHash`: SHA-256 of the one-time token in hex. */
export type NewInvite = { readonly tokenHash: string; readonly expiresAt: Instant };
export type Invited = { readonly account: Account; readonly expiresAt: Instant };

/** What becomes of an account and of what hangs on it, in one transaction. */
export type AccountChange<T> = {
  readonly after: Account;
  /** As history names it; null: nothing that history tells, like a wrong try. */
  readonly step: string | null;
  readonly reason: string | null;
  /** Further facts for history, never secret ones. */
  readonly note: Record<string, unknown>;
  /** Sessions that end. */
  readonly end: 'none' | 'all' | { readonly only: SessionId } | { readonly except: SessionId };
  readonly begin: NewSession | null;
  /** `used`: the invitation there was is gone. */
  readonly invite: NewInvite | 'keep' | 'used';
  readonly outcome: T;
};

export type AccountReceipt = { readonly account: AccountId; readonly rev: number; readonly at: Instant };

/** `bodyHash` null: made by the server itself within an answer, and never asked twice. */
export type AccountCommand = Omit<CommandEnvelope, 'load' | 'bodyHash'> & { readonly bodyHash: string | null };

export type AccountFilter = {
  /** Null: all unions. */
  readonly unions: readonly UnionId[] | null;
  /** Part of the username or the name; empty: any. */
  readonly q: string;
  readonly function: AccountFunction | null;
  readonly state: AccountState | null;
  /** The username after which the page begins; null: from the first. */
  readonly after: string | null;
  readonly limit: number;
  readonly at: Instant;
};

/** A station as those who hand out accounts see it. */
export type StationName = {
  readonly id: StationId;
  readonly code: StationCode | null;
  readonly name: string;
  readonly union: UnionId;
};

/** Accounts, their sessions and invitations. See `Store` for what all operations share. */
export type AccountsStore = {
  accountById(id: AccountId): Promise<Account | null>;
  accountByUsername(username: string): Promise<Account | null>;
  /** By username; `total` counts all that fit, not the page alone. */
  accounts(filter: AccountFilter): Promise<{ readonly rows: readonly Account[]; readonly total: number }>;
  /** What people are called whose ids stand in history. Ids of nobody are left out. */
  accountNames(ids: readonly string[]): Promise<ReadonlyMap<string, Pick<Account, 'username' | 'name' | 'union'>>>;
  /**
   * Loads the account (`who`; null for one that is not there yet), decides, and writes all that the change says, with a row of
   * history where it names a step. The account and its second factor are those of the moment: two that come at once
   * are decided one after the other. Refuses `account-unknown`, `username-taken`, `receipt-conflict`, or what `decide` refused:
   * then nothing was written. `outcome` is null when the command was done before and this is its receipt.
   */
  changeAccount<T>(
    command: AccountCommand,
    who: AccountId | null,
    decide: (account: Account | null, at: Instant) => Result<AccountChange<T>>,
  ): Promise<Result<{ readonly receipt: AccountReceipt; readonly outcome: T | null }>>;
  /** The same for whoever holds an invitation; refuses `invite-unknown` when it is not there or over at the command's time. */
  takeInvite<T>(
    command: AccountCommand,
    tokenHash: string,
    decide: (account: Account, at: Instant) => Result<AccountChange<T>>,
  ): Promise<Result<{ readonly receipt: AccountReceipt; readonly outcome: T | null }>>;
  /** Null when there is none, or it is over. */
  inviteByToken(tokenHash: string, at: Instant): Promise<Invited | null>;
  sessionByToken(tokenHash: string): Promise<{ readonly session: Session; readonly account: Account } | null>;
  /** Whole ones, last used first. */
  sessionsOf(account: AccountId): Promise<readonly Session[]>;
  /** No row of history: it was used, or its password was given once more. */
  markSession(id: SessionId, mark: { readonly usedAt?: Instant; readonly freshUntil?: Instant }): Promise<void>;
  /**
   * A try under a username that nobody has: counted in one of a few buckets, so that it takes as long as counting one against
   * an account, and nobody hears from the time whether there is one.
   */
  noteStranger(bucket: string): Promise<void>;
  /** Takes away sessions that began before, and invitations that were over by then. */
  sweepSessions(before: Instant): Promise<void>;
  /** Stations of these unions (null: of all) by part of the name or the whole code. */
  stationNames(filter: StationNameFilter): Promise<readonly StationName[]>;
};

export type StationNameFilter = {
  readonly unions: readonly UnionId[] | null;
  readonly q: string;
  readonly limit: number;
};
