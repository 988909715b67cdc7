import { Dexie } from 'dexie';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { applyDelta, openCity } from '../../../shared/feed/apply.ts';
import { decodePack } from '../../../shared/feed/pack-decode.ts';
import { encodePack } from '../../../shared/feed/pack-encode.ts';
import type { DeltaPatch } from '../../../shared/feed/patch.ts';
import { openTable } from '../../../shared/feed/table.ts';
import { type DateText, instant } from '../../../shared/kernel/instant.ts';
import { memoryStore } from '../../../web/local/memory.ts';
import { openStore } from '../../../web/local/open.ts';
import { SCHEMA } from '../../../web/local/schema.ts';
import type { Held, LocalStore } from '../../../web/local/store.ts';
import { CALENDAR } from '../../fixtures/calendar.ts';
import { fixtureCityOf, fixtureInitials } from '../../fixtures/packs/make.ts';
import { utf8 } from '../../fixtures/packs/utf8.ts';
import { keyRange, newFactory, timers } from '../../fixtures/web/phone.ts';
import { FakeServer } from '../../fixtures/web/server.ts';
import { cityAt } from '../sync/world.ts';

const { region, rows } = cityAt(80);
const [first, second] = rows;
if (first === undefined || second === undefined) throw new Error('the city is too small');

function fresh(): Held {
  const { epoch, time: asOf } = new FakeServer();
  const bytes = encodePack(
    { kind: 'city', region, epoch, seq: 40, asOf, cityOf: fixtureCityOf },
    rows.map((row) => ({ row, initials: fixtureInitials(row.name) })),
    utf8,
  );
  const columns = decodePack(bytes, utf8);
  if (!columns.ok) throw new Error(columns.refusal.kind);
  return {
    city: openCity(columns.value, null),
    pack: { hash: 'ab'.repeat(32), bytes: bytes.length, checked: 'sha256' },
    checkedAt: instant(5),
    serverTime: asOf,
    wantsPack: false,
    stored: null,
    rev: 0,
  };
}

function dropped(held: Held, code = first?.code): Held {
  if (code === undefined) throw new Error('no station');
  const seq = held.city.cursor + 1;
  const on = '2026-11-22' as DateText;
  const drop = {
    op: 'drop',
    seq,
    code,
    reason: 'retired',
    on,
    exit: 'SAFETY',
    successor: null,
    movedTo: null,
  } as const;
  const { epoch } = held.city.columns;
  const delta: DeltaPatch = { kind: 'delta', epoch, next: seq, done: true, serverTime: instant(9), changes: [drop] };
  return { ...held, city: applyDelta(held.city, { after: held.city.cursor, delta }, utf8).city };
}

async function saved(store: LocalStore, next: Held): Promise<Held> {
  const answer = await store.save(next);
  if (answer.kind !== 'saved') throw new Error(answer.kind);
  return answer.held;
}

const open = (factory = newFactory()): Promise<LocalStore> => openStore({ factory, keyRange, after: timers().after });

const stores: readonly [string, () => Promise<LocalStore>][] = [
  ['the browser’s database', () => open()],
  ['this visit’s memory', async () => memoryStore([])],
];

describe.each(stores)('a store in %s', (_, make) => {
  test('gives back what was saved, and a table opened on it knows every station', async () => {
    const store = await make();
    const held = await saved(store, fresh());
    const loaded = await store.load(region);
    expect(loaded).toEqual(held);
    expect(await store.regions()).toEqual([region]);
    const table = loaded === null ? null : openTable([loaded.city], null, utf8);
    expect(rows.map(({ code }) => table?.station(code))).toEqual(rows);
  });

  test('lays changes over a pack and takes them back', async () => {
    const store = await make();
    const one = await saved(store, fresh());
    const two = await saved(store, dropped(one));
    expect((await store.load(region))?.city.drops.get(first.code)?.reason).toBe('retired');
    const three = await saved(store, { ...two, city: one.city });
    expect((await store.load(region))?.city.drops.size).toBe(0);
    expect(three.rev).toBe(3);
  });

  test('writes nothing over what another tab wrote', async () => {
    const store = await make();
    const one = await saved(store, fresh());
    await saved(store, dropped(one));
    const late = dropped(one, second.code);
    expect(await store.save(late)).toEqual({ kind: 'moved' });
    const loaded = await store.load(region);
    expect([...(loaded?.city.drops.keys() ?? [])]).toEqual([first.code]);
    expect(await store.revOf(region)).toBe(2);
  });

  test('knows nothing of a region it never had', async () => {
    const store = await make();
    expect([await store.load(region), await store.revOf(region), await store.calendar()]).toEqual([null, 0, null]);
  });

  test('keeps the calendar', async () => {
    const store = await make();
    expect(await store.putCalendar(CALENDAR)).toBe('saved');
    expect(await store.calendar()).toEqual(CALENDAR);
  });
});

describe('the database', () => {
  test('stands from visit to visit', async () => {
    const factory = newFactory();
    const before = await open(factory);
    const held = await saved(before, dropped(await saved(before, fresh())));
    before.close();
    const after = await open(factory);
    expect(after.isKept).toBe(true);
    expect(await after.load(region)).toEqual(held);
  });

  test('holds one record for a city however many stations it has', async () => {
    const factory = newFactory();
    await saved(await open(factory), fresh());
    const db = await new Dexie('xiejiao', { indexedDB: factory, IDBKeyRange: keyRange }).open();
    expect(await db.table('packs').count()).toBe(1);
    expect(await db.table('changes').count()).toBe(0);
    db.close();
  });

  test('full: says so, and what was stored stays, rows and cursor alike', async () => {
    const store = await open();
    const one = await saved(store, fresh());
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no space left', 'QuotaExceededError');
    };
    try {
      expect(await store.save(dropped(one))).toEqual({ kind: 'full' });
      expect(await store.putCalendar(CALENDAR)).toBe('full');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await store.load(region)).toEqual(one);
    expect(await store.save(dropped(one))).toMatchObject({ kind: 'saved' });
  });

  test('full while the cursor is written: the rows before it are not there either', async () => {
    const store = await open();
    const one = await saved(store, fresh());
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      if (this.name === 'cursors') throw new DOMException('no space left', 'QuotaExceededError');
      return put.apply(this, given);
    };
    try {
      expect(await store.save(dropped(one))).toEqual({ kind: 'full' });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await store.load(region)).toEqual(one);
  });

  test('that hangs is given three seconds, then this visit’s memory serves', async () => {
    const clockwork = timers();
    const factory = newFactory();
    factory.open = () => new (class extends EventTarget {})() as IDBOpenDBRequest;
    const opening = openStore({ factory, keyRange, after: clockwork.after });
    while (clockwork.waits().length === 0) await new Promise((done) => setImmediate(done));
    expect(clockwork.waits()).toEqual([3000]);
    clockwork.fire();
    const store = await opening;
    expect(store.isKept).toBe(false);
    expect((await saved(store, fresh())).rev).toBe(1);
  });

  test('that refuses, or is not there, leaves this visit’s memory', async () => {
    const factory = newFactory();
    factory.open = () => {
      throw new DOMException('private window', 'SecurityError');
    };
    expect((await open(factory)).isKept).toBe(false);
    const none = await openStore({ factory: undefined, keyRange: undefined, after: timers().after });
    expect(none.isKept).toBe(false);
  });

  test('of a later version is left alone', async () => {
    const factory = new IDBFactory();
    const later = new Dexie('xiejiao', { indexedDB: factory, IDBKeyRange: keyRange });
    later.version(SCHEMA + 1).stores({
      packs: 'region',
      cursors: 'region',
      changes: '[region+code], region',
      facts: 'name',
      outbox: 'id',
      more: 'id',
    });
    await later.open();
    await later.table('packs').put({ region, shape: 99 });
    later.close();
    const store = await open(factory);
    expect(store.isKept).toBe(false);
    await saved(store, fresh());
    const again = await new Dexie('xiejiao', { indexedDB: factory, IDBKeyRange: keyRange }).open();
    expect(await again.table('packs').toArray()).toEqual([{ region, shape: 99 }]);
    again.close();
  });

  test('drops a record of a shape it does not know, and takes a new one', async () => {
    const factory = newFactory();
    const store = await open(factory);
    await saved(store, fresh());
    const db = await new Dexie('xiejiao', { indexedDB: factory, IDBKeyRange: keyRange }).open();
    await db.table('packs').update(region, { shape: 0 });
    db.close();
    expect(await store.load(region)).toBeNull();
    expect((await saved(store, fresh())).rev).toBe(1);
  });
});
