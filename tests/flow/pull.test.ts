import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTable } from '../../shared/feed/table.ts';
import type { Station } from '../../shared/station/station.ts';
import type { Held } from '../../web/local/store.ts';
import { type PullWorld, pullRegion } from '../../web/sync/pull.ts';
import { type Fault, type FaultServer, openFaults } from '../fixtures/make/faults.ts';
import { openTestServer, revising, type TestServer } from '../fixtures/make/server.ts';
import { listed } from '../fixtures/make/server-phone.ts';
import { listening, pullWorld } from '../fixtures/make/server-pull.ts';
import { utf8 } from '../fixtures/packs/utf8.ts';
import { handMadeStations } from '../fixtures/world/stations.ts';
import { region } from '../shared/station/sample.ts';

const ZHENGZHOU = region('410100');
let server: TestServer;
let wire: Awaited<ReturnType<typeof listening>>;
let faults: FaultServer;
let world: PullWorld;
beforeEach(async () => {
  server = await openTestServer({ stations: handMadeStations() });
  wire = await listening(server);
  faults = await openFaults(wire.origin);
  world = pullWorld(faults.origin, server.deps.now);
});
afterEach(async () => {
  await faults.close();
  await wire.close();
  await server.close();
});

const pull = (held: Held | null) => pullRegion(ZHENGZHOU, held, world);
const shown = (held: Held | null) => (held ? listed(openTable([held.city], null, utf8)) : []);

async function published(): Promise<readonly string[]> {
  const codes: string[] = [];
  await server.store.eachPublished(ZHENGZHOU, (rows) => {
    codes.push(...rows.map(({ row }) => row.code));
  });
  return codes.sort();
}

/** One more station and one fewer, so that there is something to pull. */
async function change(): Promise<void> {
  const stations = await server.store.stationsById(handMadeStations().map(({ id }) => id));
  const [gone] = stations.filter(({ name }) => name === '中原驿站');
  const [first] = handMadeStations();
  if (!gone || !first) throw new Error('no world');
  await server.apply([revising(gone, { status: 'retired' }, 'retire')]);
  await server.register([{ ...first, id: '9'.repeat(32) as Station['id'], name: '新来的驿站' }]);
}

/** What stands between, and what the phone takes it for. */
const BETWEEN: readonly (readonly [Fault, string])[] = [
  ['portal', 'captive'],
  ['unavailable', 'server'],
  ['reset', 'offline'],
  ['cut-with-length', 'truncated'],
  ['cut-without-length', 'truncated'],
  ['lost-answer', 'offline'],
];

describe('a phone on a bad line', () => {
  test('pulls everything over a good one', async () => {
    const { held, fault } = await pull(null);
    expect(fault).toBeNull();
    expect(shown(held)).toEqual(await published());
    expect(faults.log.map((line) => line.split(/[ ?]/)[1]?.slice(0, 7))).toEqual(['/api/v1', '/packs/', '/api/v1']);
  });

  test.each(BETWEEN)(
    '%s before the first pull: told what it is (%s), nothing kept, and whole once it is over',
    async (fault, kind) => {
      faults.set(fault);
      const first = await pull(null);
      expect(first.fault?.kind).toBe(kind);
      expect(first.held).toBeNull();
      expect(await world.store.regions()).toEqual([]);
      faults.set('none');
      const then = await pull(null);
      expect(then.fault).toBeNull();
      expect(shown(then.held)).toEqual(await published());
    },
  );

  test.each(BETWEEN)('%s on the pack alone: the copy before stays as it was (%s)', async (fault, kind) => {
    const before = await pull(null);
    await change();
    await server.pack(ZHENGZHOU);
    // Another register's cursor means nothing: the phone is sent for a pack.
    const held = before.held;
    if (!held) throw new Error('nothing held');
    const stranger: Held = {
      ...held,
      city: { ...held.city, columns: { ...held.city.columns, epoch: 'f'.repeat(16) as never } },
    };
    faults.set(fault, /^\/packs\//);
    const during = await pull(stranger);
    expect(during.fault?.kind).toBe(kind);
    expect(shown(during.held)).toEqual(shown(before.held));
    expect(shown(await world.store.load(ZHENGZHOU))).toEqual(shown(before.held));
    faults.set('none');
    expect(shown((await pull(stranger)).held)).toEqual(await published());
  });

  test.each(BETWEEN)(
    '%s on a delta: the copy before stays, and the next pull brings all of it (%s)',
    async (fault, kind) => {
      const before = await pull(null);
      await change();
      faults.set(fault, /^\/api\/v1\/feed/);
      const during = await pull(before.held);
      expect(during.fault?.kind).toBe(kind);
      expect(shown(during.held)).toEqual(shown(before.held));
      faults.set('none');
      const after = await pull(during.held);
      expect(after.fault).toBeNull();
      expect(shown(after.held)).toEqual(await published());
      expect(shown(after.held)).not.toEqual(shown(before.held));
    },
  );

  test('asked again after a lost answer, the same page does no harm', async () => {
    const before = await pull(null);
    await change();
    faults.set('lost-answer');
    await pull(before.held);
    faults.set('none');
    const once = await pull(before.held);
    const twice = await pull(once.held);
    expect(shown(twice.held)).toEqual(await published());
  });

  test('a server that answers in plain words how long to wait is believed', async () => {
    faults.set('unavailable');
    expect((await pull(null)).fault).toEqual({ kind: 'server', status: 503, retryMs: null });
  });
});
