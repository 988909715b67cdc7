import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Accounts, sessions, invitations. */
export const migration0004: Migration = {
  version: 4,
  up: async (tx) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx);
  },
};

const STATEMENTS: readonly string[] = [];
