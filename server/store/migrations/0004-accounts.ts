import { sql } from 'kysely';
import type { ColumnTypes, Migration } from './migration.ts';

/** Accounts, sessions, invitations. Of passwords, tokens and codes only hashes stand here; secrets of second factors are sealed. */
export const migration0004: Migration = {
  version: 4,
  up: async (tx, types) => {
    const tables = [accountTable(types), sessionTable(types), inviteTable(types), strangerTable(types)];
    for (const statement of [...tables, ...INDEXES]) await sql.raw(statement).execute(tx);
  },
};

function accountTable(t: ColumnTypes): string {
  return `create table account (id ${t.text} primary key, username ${t.text} not null, username_key ${t.text} not null,
    name ${t.text} not null, union_id ${t.text} not null references "union" (id), functions ${t.text} not null,
    stations ${t.text} not null, password ${t.text}, past ${t.text} not null,
    second_factor ${t.text}, disabled ${t.integer} not null,
    failed ${t.integer} not null, locked_until ${t.integer}, signed_at ${t.integer}, made_at ${t.integer} not null,
    rev ${t.integer} not null)`;
}

function sessionTable(t: ColumnTypes): string {
  return `create table account_session (id ${t.text} primary key, token_hash ${t.text} not null,
    account_id ${t.text} not null references account (id), stage ${t.text} not null, made_at ${t.integer} not null,
    used_at ${t.integer} not null, fresh_until ${t.integer} not null, agent ${t.text} not null)`;
}

/** One a person: a later one takes the place of an earlier one. */
function inviteTable(t: ColumnTypes): string {
  return `create table account_invite (account_id ${t.text} primary key references account (id),
    token_hash ${t.text} not null, expires_at ${t.integer} not null)`;
}

/** See `AccountsStore.noteStranger`. */
function strangerTable(t: ColumnTypes): string {
  return `create table account_stranger (bucket ${t.text} primary key, tries ${t.integer} not null)`;
}

const INDEXES = [
  'create unique index account_username on account (username_key)',
  'create index account_union on account (union_id, username_key)',
  'create unique index account_session_token on account_session (token_hash)',
  'create index account_session_account on account_session (account_id, made_at)',
  'create index account_session_made on account_session (made_at)',
  'create unique index account_invite_token on account_invite (token_hash)',
];
