import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { type Instant, instant } from '../../../shared/kernel/instant.ts';
import { openDb } from '../../../web/local/db.ts';
import type { OutboxItem } from '../../../web/local/outbox.ts';
import { openOutbox } from '../../../web/local/outbox-kept.ts';
import { keyRange, timers } from '../../fixtures/web/phone.ts';

const item = (id: string, at = 0, over: Partial<OutboxItem> = {}): OutboxItem => ({
  id,
  madeAt: instant(at) as Instant,
  kind: 'door-shut',
  title: '驿站',
  station: null,
  text: null,
  body: null,
  stage: { kind: 'waiting' },
  told: null,
  ...over,
});
const { after } = timers();
const open = (factory: IDBFactory | undefined) => openOutbox({ factory, keyRange, after });

describe('the outbox', () => {
  test('keeps what is put into it, in the order in which it was written, for the next visit', async () => {
    const factory = new IDBFactory();
    const outbox = await open(factory);
    expect(await outbox.put(item('b', 2))).toBe('saved');
    await outbox.put(item('a', 1));
    outbox.close();
    const next = await open(factory);
    expect((await next.all()).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(next.isKept()).toBe(true);
  });

  test('changes and removes one item at a time, and says what stands there now', async () => {
    const outbox = await open(new IDBFactory());
    await outbox.put(item('a'));
    expect(await outbox.change('a', (now) => ({ ...now, text: '改了' }))).toMatchObject({ text: '改了' });
    expect(await outbox.change('none', (now) => now)).toBeNull();
    expect(await outbox.change('a', () => null)).toBeNull();
    expect(await outbox.all()).toEqual([]);
  });

  test('loses no change of two tabs that write at once', async () => {
    const factory = new IDBFactory();
    const tabs = [await open(factory), await open(factory)];
    await tabs[0]?.put(item('a', 0, { text: '' }));
    const add = (n: number) =>
      tabs[n % 2]?.change('a', (now) => ({ ...now, text: `${now.text ?? ''}${String.fromCharCode(97 + n)}` }));
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(n)));
    const [{ text } = item('')] = (await tabs[0]?.all()) ?? [];
    expect([...(text ?? '')].sort().join('')).toBe('abcdefghijklmnopqrst');
  });

  test('holds in memory what the phone will not keep, and says so', async () => {
    const factory = new IDBFactory();
    const outbox = await open(factory);
    await outbox.put(item('a', 1));
    const whole = globalThis.structuredClone;
    // A full disk shows itself when the record is written.
    globalThis.structuredClone = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      expect(await outbox.put(item('b', 2))).toBe('loose');
    } finally {
      globalThis.structuredClone = whole;
    }
    expect(outbox.isKept()).toBe(false);
    expect((await outbox.all()).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await outbox.change('b', (now) => ({ ...now, text: '还在' }))).toMatchObject({ text: '还在' });
    expect(await outbox.put(item('b', 2))).toBe('saved');
    expect(outbox.isKept()).toBe(true);
  });

  test.each<[string, () => IDBFactory | undefined]>([
    ['there is none', () => undefined],
    [
      'the browser refuses it',
      () => {
        const factory = new IDBFactory();
        factory.open = () => {
          throw new DOMException('private window', 'SecurityError');
        };
        return factory;
      },
    ],
  ])('lives in memory for this visit when %s', async (_, factory) => {
    const outbox = await open(factory());
    expect(await outbox.put(item('a'))).toBe('loose');
    expect(outbox.isKept()).toBe(false);
    expect((await outbox.all()).map(({ id }) => id)).toEqual(['a']);
    expect(await outbox.change('a', () => null)).toBeNull();
  });

  test('finds its table in a database that the version before it made', async () => {
    const factory = new IDBFactory();
    const { Dexie } = await import('dexie');
    const old = new Dexie('xiejiao', { indexedDB: factory, IDBKeyRange: keyRange });
    old.version(1).stores({ packs: 'region', cursors: 'region', changes: '[region+code], region', facts: 'name' });
    await old.open();
    await old.table('facts').put({ name: 'calendar', shape: 1, value: 7 });
    old.close();
    const outbox = await open(factory);
    expect(await outbox.put(item('a'))).toBe('saved');
    const opened = await openDb({ factory, keyRange, after });
    if (opened.kind !== 'open') throw new Error(opened.kind);
    expect(await opened.db.facts.get('calendar')).toMatchObject({ value: 7 });
    opened.db.close();
  });
});
