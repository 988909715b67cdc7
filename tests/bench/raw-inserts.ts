import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * The floor of any import: the ledger's cells as they stand, one prepared insert a row, one transaction, into a new file with
 * the register's own durability (WAL, synchronous FULL). Nothing read, checked, placed, indexed or remembered. Milliseconds.
 */
export function rawInserts(path: string, rows: readonly (readonly string[])[]): number {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  const database = new Database(path);
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  const [first = []] = rows;
  const columns = first.map((_, column) => `c${column}`);
  const started = performance.now();
  database.exec(`create table ledger (${columns.map((name) => `${name} text`).join(', ')})`);
  const insert = database.prepare(`insert into ledger values (${columns.map(() => '?').join(', ')})`);
  database.transaction(() => {
    for (const row of rows) insert.run(...row);
  })();
  const took = performance.now() - started;
  database.close();
  return took;
}
