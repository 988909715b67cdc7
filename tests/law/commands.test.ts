import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Receipt } from '../../server/store/port.ts';
import { ok } from '../../shared/kernel/result.ts';
import { codeParts, type StationCode } from '../../shared/station/code.ts';
import type { Station } from '../../shared/station/station.ts';
import { REGIONS } from '../contract/world.ts';
import {
  accepted,
  envelopeOf,
  openTestServer,
  registering,
  revising,
  sha256,
  type TestServer,
} from '../fixtures/make/server.ts';
import { FeedPhone, listed } from '../fixtures/make/server-phone.ts';
import { region, sampleStation, stationId, union } from '../shared/station/sample.ts';

const COUNTIES = ['410105', '410102', '110105'].map(region);
let open: TestServer[] = [];
afterEach(async () => {
  for (const server of open) await server.close();
  open = [];
});

let ids = 0;
function station(county = 0): Station {
  const home = COUNTIES[county] ?? region('410105');
  ids++;
  return {
    ...sampleStation({ name: `${ids}号` }),
    id: stationId(ids),
    code: null,
    rev: 1,
    region: home,
    union: union(home),
  };
}

describe('law 5: a command asked again with its id', () => {
  /** Each number is a command; a number said again is the same command said again. */
  const sayings = fc.array(fc.nat(9), { minLength: 10, maxLength: 40 });

  test('does nothing more and answers with the same receipt, in whatever order and however often', async () => {
    const server = await openTestServer({ regions: REGIONS });
    open.push(server);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(sayings, async (said) => {
        run++;
        const before = (await server.store.counter()).seq;
        const stations = Array.from({ length: 10 }, (_, n) => station(n % 3));
        const receipts = new Map<number, Receipt>();
        for (const n of said) {
          const command = { ...envelopeOf(sha256(`${run} ${n}`).slice(0, 32)), at: server.clock.now };
          const one = stations[n] ?? station();
          const receipt = accepted(await server.store.commit(command, () => ok([registering(one)])));
          expect(receipt).toEqual(receipts.get(n) ?? receipt);
          receipts.set(n, receipt);
        }
        expect((await server.store.counter()).seq).toBe(before + receipts.size);
        for (const receipt of receipts.values()) {
          const [{ id, code } = { id: stationId(0), code: null }] = receipt.stations;
          expect((await server.store.historyOf(id)).length).toBe(1);
          expect(await server.store.stationsById([id])).toMatchObject([{ code, rev: 1 }]);
        }
      }),
      { numRuns: 30 },
    );
    expect((await server.store.verifyHistory()).brokenAt).toBeNull();
  }, 60_000);

  test('by another, or with another body, is refused and changes nothing', async () => {
    const server = await openTestServer({ regions: REGIONS });
    open.push(server);
    const command = envelopeOf('5'.repeat(32));
    accepted(await server.store.commit(command, () => ok([registering(station())])));
    const before = await server.store.counter();
    for (const other of [{ bodyHash: sha256('other') }, { actor: { id: 'another', union: union('410100') } }]) {
      const refused = await server.store.commit({ ...command, ...other }, () => ok([registering(station())]));
      expect(refused).toEqual({ ok: false, refusal: { kind: 'receipt-conflict', commandId: command.commandId } });
    }
    expect(await server.store.counter()).toEqual(before);
  });
});

describe('law 6: a code', () => {
  const codesOf = (stations: readonly Station[]): StationCode[] => stations.flatMap(({ code }) => code ?? []);

  test('is never given twice, nor its digits changed, however many stations come and go', async () => {
    const server = await openTestServer({ regions: REGIONS });
    open.push(server);
    const issued = codesOf(await server.register(Array.from({ length: 300 }, (_, n) => station(n % 3))));
    const stored = await server.store.stationsById(Array.from({ length: 300 }, (_, n) => stationId(ids - n)));
    const gone = await server.apply(
      stored.slice(0, 100).map((each) => revising(each, { status: 'retired' }, 'retire')),
    );
    expect(gone.stations.map(({ code }) => code).sort()).toEqual(codesOf(stored.slice(0, 100)).sort());
    issued.push(...codesOf(await server.register(Array.from({ length: 300 }, (_, n) => station(n % 3)))));
    expect(new Set(issued).size).toBe(600);
    for (const code of issued) expect(codeParts(code).type).toBe(1);
  });

  test('given after a backup was taken is not given again once that backup is brought back; phones begin again and are right', async () => {
    let server = await openTestServer({ regions: REGIONS });
    const { folder } = server;
    const issued = new Set<StationCode>();
    const issue = async (count: number) => {
      for (const code of codesOf(await server.register(Array.from({ length: count }, () => station())))) {
        expect(issued.has(code), code).toBe(false);
        issued.add(code);
      }
    };
    const reopen = async () => {
      await server.stop();
      server = await openTestServer({ regions: REGIONS, folder });
    };
    await issue(5);
    const phone = new FeedPhone((path) => server.get(path), [region('410100')]);
    await phone.pullToTheEnd();
    for (let round = 0; round < 3; round++) {
      await reopen();
      await server.stop();
      await copyFile(join(folder, 'xiejiao.db'), join(folder, 'backup.db'));
      server = await openTestServer({ regions: REGIONS, folder });
      const { epoch } = await server.store.counter();
      await issue(5);
      await phone.pullToTheEnd();
      await server.stop();
      for (const end of ['-wal', '-shm']) await rm(join(folder, `xiejiao.db${end}`), { force: true });
      await copyFile(join(folder, 'backup.db'), join(folder, 'xiejiao.db'));
      server = await openTestServer({ regions: REGIONS, folder });
      expect((await server.store.counter()).epoch).not.toBe(epoch);
      await issue(5);
      const packs = phone.packs;
      await phone.pullToTheEnd();
      expect(phone.packs).toBe(packs + 1);
      const shown: StationCode[] = [];
      await server.store.eachPublished(region('410100'), (rows) => {
        shown.push(...rows.map(({ row }) => row.code));
      });
      expect(listed(phone.table())).toEqual(shown.sort());
    }
    open.push(server);
    expect(issued.size).toBe(35);
  });
});
