import { sql } from 'kysely';
import { type Account, type AccountId, usernameKey } from '../../../shared/actor/account.ts';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { Tx } from '../engine.ts';
import type { AccountFilter, Invited, Session, StationName, StationNameFilter } from '../port/accounts.ts';
import { decodeRecord } from '../record.ts';
import { matchKey } from '../rows.ts';
import { accountOf, sessionOf } from './rows.ts';

export async function byUsername(tx: Tx, username: string): Promise<Account | null> {
  const key = usernameKey(username);
  const row = await tx.selectFrom('account').selectAll().where('username_key', '=', key).executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

export async function listAccounts(
  tx: Tx,
  filter: AccountFilter,
): Promise<{ rows: readonly Account[]; total: number }> {
  const { total } = await fitting(tx, filter)
    .select((one) => one.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const page = fitting(tx, filter).selectAll().orderBy('username_key').limit(filter.limit);
  const from = filter.after === null ? page : page.where('username_key', '>', usernameKey(filter.after));
  return { rows: (await from.execute()).map(accountOf), total: Number(total) };
}

function fitting(tx: Tx, { unions, q, function: held, state, at }: AccountFilter) {
  let found = tx.selectFrom('account');
  if (unions !== null) found = found.where('union_id', 'in', unions);
  if (q !== '') {
    found = found.where((on) => on.or([holds('username_key', usernameKey(q)), holds('name', q)]));
  }
  if (held !== null) found = found.where(holds('functions', `"${held}"`));
  if (state === null) return found;
  if (state === 'disabled') return found.where('disabled', '=', 1);
  found = found.where('disabled', '=', 0);
  if (state === 'invited') return found.where('password', 'is', null);
  found = found.where('password', 'is not', null);
  if (state === 'locked') return found.where('locked_until', '>', at);
  return found.where((on) => on.or([on('locked_until', 'is', null), on('locked_until', '<=', at)]));
}

/** Whether a column has a text somewhere in it, whatever signs are in the text. */
function holds(column: string, text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`;
}

export async function accountNames(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Account, 'username' | 'name' | 'union'>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'username', 'name', 'union_id'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((row) => [row.id, { username: row.username, name: row.name, union: row.union_id as UnionId }]),
  );
}

export async function inviteByToken(tx: Tx, tokenHash: string, at: Instant): Promise<Invited | null> {
  const row = await tx
    .selectFrom('account_invite')
    .innerJoin('account', 'account.id', 'account_invite.account_id')
    .selectAll('account')
    .select('account_invite.expires_at')
    .where('account_invite.token_hash', '=', tokenHash)
    .where('account_invite.expires_at', '>', at)
    .executeTakeFirst();
  return row === undefined ? null : { account: accountOf(row), expiresAt: instant(row.expires_at) };
}

export async function sessionByToken(
  tx: Tx,
  tokenHash: string,
): Promise<{ readonly session: Session; readonly account: Account } | null> {
  const session = await tx
    .selectFrom('account_session')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (session === undefined) return null;
  const account = await tx
    .selectFrom('account')
    .selectAll()
    .where('id', '=', session.account_id)
    .executeTakeFirstOrThrow();
  return { session: sessionOf(session), account: accountOf(account) };
}

export async function sessionsOf(tx: Tx, account: AccountId): Promise<readonly Session[]> {
  const rows = await tx
    .selectFrom('account_session')
    .selectAll()
    .where('account_id', '=', account)
    .where('stage', '=', 'whole')
    .orderBy('used_at', 'desc')
    .execute();
  return rows.map(sessionOf);
}

export async function stationNames(tx: Tx, { unions, q, limit }: StationNameFilter): Promise<readonly StationName[]> {
  const code = q.replace(/\s/g, '');
  let found = tx
    .selectFrom('station')
    .select(['id', 'code', 'union_id', 'record'])
    .where('status', 'not in', ['retired', 'merged', 'relocated', 'abandoned']);
  if (unions !== null) found = found.where('union_id', 'in', unions);
  if (/^\d{15}$/.test(code)) found = found.where('code', '=', code);
  else if (q !== '') found = found.where(holds('name_key', matchKey(q)));
  const rows = await found.orderBy('code').limit(limit).execute();
  return rows.map(({ id, code, union_id, record }) => ({
    id: id as StationId,
    code: code as StationCode | null,
    name: decodeRecord(record).name,
    union: union_id as UnionId,
  }));
}
