import { sql, type Transaction } from 'kysely';
import type { Epoch } from '../../shared/feed/feed.ts';
import type { Refusal } from '../../shared/kernel/refusal.ts';
import type { Tables } from './schema.ts';

export type Tx = Transaction<Tables>;

/**
 * What an opener gives the one implementation. `write` runs a write transaction (others wait), `read` one
 * consistent read; both run `work` again when the engine asks for it, so `work` must have no effect of its own.
 */
export type Engine = {
  readonly kind: 'sqlite' | 'postgres';
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Whether no other program of ours has this database open, where the engine can tell; a file can be held instead. */
  isAlone(tx: Tx): Promise<boolean>;
  close(): Promise<void>;
};

/** Thrown inside a transaction to roll it back; whoever began the transaction turns it into the value it carries. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

export type Counter = { readonly seq: number; readonly epoch: Epoch; readonly serialBase: number };

/** First statement of every write transaction: takes the counter row, so writers queue here and nowhere else. */
export async function takeCounter(tx: Tx): Promise<Counter> {
  const row = await tx
    .updateTable('counter')
    .set({ seq: sql<number>`seq` })
    .returning(['seq', 'epoch', 'serial_base'])
    .executeTakeFirstOrThrow();
  return counterOf(row);
}

export async function readCounter(tx: Tx): Promise<Counter> {
  return counterOf(await tx.selectFrom('counter').select(['seq', 'epoch', 'serial_base']).executeTakeFirstOrThrow());
}

function counterOf(row: Omit<Tables['counter'], 'one'>): Counter {
  return { seq: row.seq, epoch: row.epoch as Epoch, serialBase: row.serial_base };
}

/** Waits and runs again while `again` says so for the error, at most `tries` runs in all. */
export async function retrying<T>(
  work: () => Promise<T>,
  policy: { readonly tries: number; readonly waitMs: number; readonly again: (error: unknown) => boolean },
): Promise<T> {
  for (let run = 1; ; run++) {
    try {
      return await work();
    } catch (error) {
      if (run >= policy.tries || !policy.again(error)) throw error;
      await new Promise((wake) => setTimeout(wake, policy.waitMs * Math.min(run, 10)));
    }
  }
}

/** The engine's own code of an error, like `SQLITE_BUSY` or `40P01`. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return '';
}
