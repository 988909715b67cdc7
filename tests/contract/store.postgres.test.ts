import { afterAll, beforeAll } from 'vitest';
import { type PostgresServer, startPostgres } from '../fixtures/make/postgres.ts';
import { postgresEngine } from './postgres-place.ts';
import { storeContract } from './store.ts';

let server: PostgresServer | null = null;

beforeAll(async () => {
  server = await startPostgres();
}, 120_000);

afterAll(async () => {
  await server?.stop();
});

storeContract(
  postgresEngine(() => {
    if (!server) throw new Error('PostgreSQL is not running');
    return server;
  }),
);
