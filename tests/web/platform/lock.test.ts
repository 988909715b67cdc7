import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { forThisVisit } from '../../../web/platform/key-value.ts';
import { leaseLock, webLock } from '../../../web/platform/lock.ts';
import { timers } from '../../fixtures/web/phone.ts';

const turn = () => new Promise((done) => setImmediate(done));

describe('a lease, where the browser has no locks', () => {
  const world = () => {
    const notes = forThisVisit();
    const clock = { ms: 1_000_000 };
    const tab = (id: string) => {
      const clockwork = timers();
      return { clockwork, lock: leaseLock({ notes, now: () => instant(clock.ms), after: clockwork.after, id }) };
    };
    return { notes, clock, tab };
  };

  test('lets the second tab in when the first is done', async () => {
    const { notes, tab } = world();
    const [one, two] = [tab('a'), tab('b')];
    const order: string[] = [];
    let finish = (): void => undefined;
    const first = one.lock('pull', async () => {
      order.push('first begins');
      await new Promise<void>((done) => {
        finish = done;
      });
      order.push('first ends');
    });
    const second = two.lock('pull', async () => {
      order.push('second');
    });
    await turn();
    two.clockwork.fire();
    await turn();
    expect(order).toEqual(['first begins']);
    finish();
    await first;
    two.clockwork.fire();
    await second;
    expect(order).toEqual(['first begins', 'first ends', 'second']);
    expect(notes.get('lock-pull')).toBeNull();
  });

  test('of a tab that died runs out', async () => {
    const { notes, clock, tab } = world();
    notes.put('lock-pull', `dead ${clock.ms + 60_000}`);
    const { lock, clockwork } = tab('b');
    const work = lock('pull', async () => 'done');
    await turn();
    expect(clockwork.waits()).toHaveLength(1);
    clock.ms += 60_001;
    clockwork.fire();
    expect(await work).toBe('done');
  });

  test('left by a clock that was set back holds nobody', async () => {
    const { notes, clock, tab } = world();
    notes.put('lock-pull', `other ${clock.ms + 86_400_000}`);
    expect(await tab('b').lock('pull', async () => 'done')).toBe('done');
  });

  test('is given back when the work fails', async () => {
    const { notes, tab } = world();
    await expect(tab('a').lock('pull', () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
    expect(notes.get('lock-pull')).toBeNull();
  });
});

describe('the browser’s lock', () => {
  const never = { request: (_: string, { signal }: LockOptions) => waiting(signal) } as unknown as LockManager;
  const waiting = (signal: AbortSignal | undefined) =>
    new Promise((_, fail) => {
      signal?.addEventListener('abort', () => fail(signal.reason));
    });

  test('is not waited for longer than half a minute', async () => {
    const clockwork = timers();
    const work = webLock(never, clockwork.after)('pull', async () => 'done');
    expect(clockwork.waits()).toEqual([30_000]);
    clockwork.fire();
    expect(await work).toBe('done');
  });

  test('hands on what the work threw, and does not do it twice', async () => {
    const now = { request: (_: string, __: LockOptions, work: () => unknown) => work() } as unknown as LockManager;
    let done = 0;
    const work = webLock(now, timers().after)('pull', async () => {
      done += 1;
      throw new Error('broke');
    });
    await expect(work).rejects.toThrow('broke');
    expect(done).toBe(1);
  });
});
