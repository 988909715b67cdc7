import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { dropFolder } from '../fixtures/make/folder.ts';
import type { PostgresServer } from '../fixtures/make/postgres.ts';
import type { Engine } from './place.ts';

let made = 0;

export function postgresEngine(server: () => PostgresServer): Engine {
  const runOn = async (database: string, sql: string) => {
    const client = new pg.Client({ connectionString: server().urlOf(database) });
    await client.connect();
    try {
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return rows;
    } finally {
      await client.end();
    }
  };
  return {
    kind: 'postgres',
    place: async () => {
      const name = `register_${++made}`;
      const folder = await mkdtemp(join(tmpdir(), 'store-'));
      await runOn('postgres', `create database ${name}`);
      return {
        url: server().urlOf(name),
        highWater: join(folder, 'highwater'),
        run: (sql) => runOn(name, sql),
        backup: async () => {
          await runOn('postgres', `create database ${name}_copy template ${name}`);
          return async () => {
            await runOn('postgres', `drop database ${name}`);
            await runOn('postgres', `create database ${name} template ${name}_copy`);
          };
        },
        // The databases go with the server: dropping each would cost a checkpoint.
        remove: () => dropFolder(folder),
      };
    },
  };
}
