import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FileKeeper } from '../../../server/jobs/file-keeper.ts';
import { instant } from '../../../shared/kernel/instant.ts';

type Job = { readonly id: string };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiejiao-keeper-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A keeper whose files are done when the test says so. */
function keeperOf() {
  const ends: string[] = [];
  const waiting = new Map<string, (isDone: boolean) => void>();
  const keeper = new FileKeeper<Job, { readonly bytes: number }>({
    pathOf: ({ id }) => join(folder, 'a', id),
    make: async ({ id }, path, { wrote, stop }) => {
      await writeFile(path, 'half');
      wrote(1);
      if (id === 'bad') throw new Error('bad');
      const isDone = await new Promise<boolean>((settle) => {
        waiting.set(id, settle);
        stop.addEventListener('abort', () => settle(false));
      });
      return isDone ? { bytes: 4 } : null;
    },
    ended: async ({ id }, state) => {
      ends.push(`${id} ${state}`);
    },
    failed: async () => {},
    dropped: async () => [join(folder, 'a', 'one')],
    log: pino({ level: 'silent' }),
  });
  return { keeper, ends, waiting };
}

describe('files in the making', () => {
  test('are made in turn, called off while made or while waiting, and leave nothing half', async () => {
    const { keeper, ends, waiting } = keeperOf();
    for (const id of ['one', 'two', 'three', 'bad']) keeper.start({ id });
    while (!waiting.has('one')) await new Promise(setImmediate);
    // Its turn has not come, and need not come for it to be called off.
    await keeper.cancel('two');
    expect([ends, keeper.progress('two')]).toEqual([['two cancelled'], null]);
    expect(keeper.progress('one')).toBe(1);
    expect(keeper.progress('three')).toBe(0);
    waiting.get('one')?.(true);
    while (!waiting.has('three')) await new Promise(setImmediate);
    await keeper.cancel('three');
    await keeper.settled('bad');
    expect(ends).toEqual(['two cancelled', 'one done', 'three cancelled', 'bad failed']);
    expect(['one', 'two', 'three', 'bad'].map((id) => existsSync(join(folder, 'a', id)))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await keeper.sweep(instant(0));
    expect(existsSync(join(folder, 'a', 'one'))).toBe(false);
  });
});
