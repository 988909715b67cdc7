import { afterAll, beforeAll, vi } from 'vitest';
import { type PostgresServer, startPostgres } from '../fixtures/make/postgres.ts';
import { postgresEngine } from './postgres-place.ts';
import { storeContract } from './store.ts';

// Every test makes a database of its own: seconds on a machine that has other work.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let server: PostgresServer | null = null;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(async () => {
  await server?.stop();
});

storeContract(
  postgresEngine(() => {
    if (!server) throw new Error('PostgreSQL is not running');
    return server;
  }),
);
