import { CompiledQuery, PostgresAdapter } from 'kysely';
import type { Tx } from './engine.ts';
import type { Tables } from './schema.ts';

/** Rows per statement: few shapes to keep prepared, few round trips. */
const BATCH = 40;

type Insert<T extends keyof Tables> = {
  readonly table: T;
  readonly columns: readonly (keyof Tables[T] & string)[];
  /** What follows the values, like `on conflict …`; plain SQL of both engines. */
  readonly tail: string;
};

const texts = new Map<string, string>();

/**
 * Inserts rows many to a statement and says how many rows were written. The text is built here rather than by the query
 * builder: for a batch of 600 values building costs more than inserting.
 */
export async function insertRows<T extends keyof Tables>(
  tx: Tx,
  insert: Insert<T>,
  rows: readonly Tables[T][],
): Promise<number> {
  // The one place where the engines' SQL differs outside migrations: how a parameter is written.
  const numbered = tx.getExecutor().adapter instanceof PostgresAdapter;
  let written = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const part = rows.slice(start, start + BATCH);
    const values: unknown[] = [];
    for (const row of part) for (const column of insert.columns) values.push(row[column]);
    const result = await tx.executeQuery(CompiledQuery.raw(textOf(insert, part.length, numbered), values));
    written += Number(result.numAffectedRows ?? 0n);
  }
  return written;
}

function textOf<T extends keyof Tables>(insert: Insert<T>, rows: number, numbered: boolean): string {
  const key = `${numbered} ${insert.table} ${rows} ${insert.columns.length} ${insert.tail}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const width = insert.columns.length;
  const tuple = (row: number) => insert.columns.map((_, i) => (numbered ? `$${row * width + i + 1}` : '?')).join(',');
  const tuples = Array.from({ length: rows }, (_, row) => `(${tuple(row)})`).join(',');
  const names = insert.columns.map((name) => `"${name}"`).join(',');
  const made = `insert into "${insert.table}" (${names}) values ${tuples} ${insert.tail}`;
  texts.set(key, made);
  return made;
}
