import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { dropFolder } from '../fixtures/make/folder.ts';
import type { Engine } from './place.ts';

export const sqliteEngine: Engine = {
  kind: 'sqlite',
  place: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'store-'));
    const url = join(folder, 'register.db');
    return {
      url,
      highWater: join(folder, 'mark', 'highwater'),
      run: async (sql) => {
        const database = new Database(url);
        try {
          const statement = database.prepare<[], Record<string, unknown>>(sql);
          if (statement.reader) return statement.all();
          statement.run();
          return [];
        } finally {
          database.close();
        }
      },
      backup: async () => {
        const copy = join(folder, 'backup.db');
        await copyFile(url, copy);
        return async () => {
          for (const left of ['-wal', '-shm']) await rm(url + left, { force: true });
          await copyFile(copy, url);
        };
      },
      remove: () => dropFolder(folder),
    };
  },
};
