import type { Account, AccountId } from '../../../shared/actor/account.ts';
import { usernameKey } from '../../../shared/actor/account.ts';
import { type Instant, instant, isoText } from '../../../shared/kernel/instant.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { NewSession, Session, SessionId, SessionStage } from '../port/accounts.ts';
import type { AccountRow, SessionRow } from '../schema.ts';

export function accountRow(account: Account, madeAt: Instant): AccountRow {
  const { id, username, name, union, functions, stations, password, past, secondFactor, disabled } = account;
  return {
    id,
    username,
    username_key: usernameKey(username),
    name,
    union_id: union,
    functions: JSON.stringify(functions),
    stations: JSON.stringify(stations),
    password: password === null ? null : JSON.stringify(password),
    past: JSON.stringify(past),
    second_factor: secondFactor === null ? null : JSON.stringify(secondFactor),
    disabled: disabled ? 1 : 0,
    failed: account.failed,
    locked_until: account.lockedUntil,
    signed_at: account.signedAt,
    made_at: madeAt,
    rev: account.rev,
  };
}

export function accountOf(row: AccountRow): Account {
  return {
    id: row.id as AccountId,
    username: row.username,
    name: row.name,
    union: row.union_id as UnionId,
    functions: JSON.parse(row.functions) as Account['functions'],
    stations: JSON.parse(row.stations) as Account['stations'],
    password: row.password === null ? null : (JSON.parse(row.password) as Account['password']),
    past: JSON.parse(row.past) as Account['past'],
    secondFactor: row.second_factor === null ? null : (JSON.parse(row.second_factor) as Account['secondFactor']),
    disabled: row.disabled === 1,
    failed: row.failed,
    lockedUntil: row.locked_until === null ? null : instant(row.locked_until),
    signedAt: row.signed_at === null ? null : instant(row.signed_at),
    rev: row.rev,
  };
}

export function sessionRow(session: NewSession): SessionRow {
  const { id, tokenHash, account, stage, madeAt, usedAt, freshUntil, agent } = session;
  return {
    id,
    token_hash: tokenHash,
    account_id: account,
    stage,
    made_at: madeAt,
    used_at: usedAt,
    fresh_until: freshUntil,
    agent,
  };
}

export function sessionOf(row: SessionRow): Session {
  return {
    id: row.id as SessionId,
    account: row.account_id as AccountId,
    stage: row.stage as SessionStage,
    madeAt: instant(row.made_at),
    usedAt: instant(row.used_at),
    freshUntil: instant(row.fresh_until),
    agent: row.agent,
  };
}

/**
 * What history tells of an account: who it is called stands in the account alone, and of passwords and second factors only
 * that there is one and since when.
 */
export function toldOf(account: Account): Record<string, unknown> {
  const { union, functions, stations, disabled, password, secondFactor, lockedUntil } = account;
  return {
    union,
    functions,
    stations,
    disabled,
    passwordSince: password === null ? null : isoText(password.at),
    secondFactor: secondFactor !== null,
    recoveryLeft: secondFactor?.recovery.length ?? 0,
    lockedUntil: lockedUntil === null ? null : isoText(lockedUntil),
  };
}

/** The fields of `after` that differ from `before`, with what they were. */
export function toldChange(
  before: Account,
  after: Account,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const [was, is] = [toldOf(before), toldOf(after)];
  const changed = Object.keys(is).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
  const of = (told: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, told[key]]));
  const renamed = before.name === after.name ? {} : { renamed: true };
  return { before: of(was), after: { ...of(is), ...renamed } };
}
