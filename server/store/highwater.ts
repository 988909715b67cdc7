import { mkdirSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Counter } from './engine.ts';

/**
 * A file beside the database, never inside a backup of it: `{"epoch":…,"seq":…,"serialBase":…}` in one line of 96 bytes, filled up
 * with spaces and written in place. It remembers how far the register had come, so that a database which has
 * come less far is known to be a restored backup.
 */
export type HighWater = {
  read(): Promise<Counter | null>;
  /** Never lowers a mark of the same epoch. `durable` waits until the disk has it: codes were handed out. */
  raise(counter: Counter, durable: boolean): Promise<void>;
  close(): Promise<void>;
};

const LINE = 96;

export async function openHighWater(path: string): Promise<HighWater> {
  mkdirSync(dirname(path), { recursive: true });
  const file = await open(path, 'a+').then(async (made) => {
    await made.close();
    return open(path, 'r+');
  });
  let turn: Promise<void> = Promise.resolve();
  return {
    read: () => readMark(file),
    raise: (counter, durable) => {
      // One at a time, in the order asked; a failed write is the asker's and does not stop the next.
      const mine = turn.then(() => raise(file, counter, durable));
      turn = mine.catch(() => {});
      return mine;
    },
    close: async () => {
      await turn;
      await file.close();
    },
  };
}

async function raise(file: FileHandle, counter: Counter, durable: boolean): Promise<void> {
  const found = await readMark(file);
  // A second process may have written a higher one.
  if (found && found.epoch === counter.epoch && found.seq >= counter.seq) return;
  const { epoch, seq, serialBase } = counter;
  await file.write(`${JSON.stringify({ epoch, seq, serialBase }).padEnd(LINE - 1)}\n`, 0);
  if (durable) await file.datasync();
}

/** Null when nothing was ever written; throws when what is there cannot be read, for guessing could issue a code twice. */
async function readMark(file: FileHandle): Promise<Counter | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(LINE), 0, LINE, 0);
  if (bytesRead === 0) return null;
  const found: unknown = JSON.parse(buffer.toString('utf8', 0, bytesRead));
  if (!isMark(found)) throw new Error('the high-water file is not one of ours');
  return found;
}

function isMark(value: unknown): value is Counter {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return (
    /^[0-9a-f]{16}$/.test(String(fields.epoch)) && Number.isInteger(fields.seq) && Number.isInteger(fields.serialBase)
  );
}
