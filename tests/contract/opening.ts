import { readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { settleExternal } from '../../server/store/backup-restore.ts';
import { SCHEMA_VERSION } from '../../server/store/migrate.ts';
import { openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/port.ts';
import { SERIAL_JUMP } from '../../server/store/settle.ts';
import { refuse } from '../../shared/kernel/result.ts';
import { codeParts, type StationCode } from '../../shared/station/code.ts';
import { region } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { one, stageOn } from './stage.ts';
import { CALENDAR, options, REGIONS } from './world.ts';

export function openingContract(engine: Engine): void {
  const stage = stageOn(engine);
  const issue = async (store: Store, counties: readonly string[]): Promise<readonly StationCode[]> => {
    const stations = await stage.register(
      store,
      counties.map((code) => ({ region: region(code) })),
    );
    return stations.flatMap((station) => station.code ?? []);
  };

  describe('opening', () => {
    test('fills a new database with regions, aliases, unions and the calendar', async () => {
      const store = await stage.open();
      const byCode = [...REGIONS].sort((a, b) => (a.code < b.code ? -1 : 1));
      expect(await store.regions()).toEqual(byCode);
      expect(await store.regionAliases()).toEqual(new Map([['410103', '410102']]));
      expect(await store.calendarYears()).toEqual(CALENDAR);
      expect(await store.settings()).toEqual([]);
      const unions = (await store.unions()).map(({ id, parent, name }) => [id, parent, name]);
      expect(unions).toEqual([
        ['000000', null, '中华全国总工会'],
        ['110000', '000000', '北京市总工会'],
        ['110105', '110000', '朝阳区总工会'],
        ['410000', '000000', '河南省总工会'],
        ['410100', '410000', '郑州市总工会'],
        ['410102', '410100', '中原区总工会'],
        ['410105', '410100', '金水区总工会'],
        ['410200', '410000', '开封市总工会'],
        ['410202', '410200', '龙亭区总工会'],
        ['419001', '410000', '济源市总工会'],
      ]);
    });

    test('finds everything again, and fills nothing twice', async () => {
      const first = await stage.open();
      const [code] = await issue(first, ['410105']);
      const before = await first.counter();
      await stage.closeAll();
      const again = await stage.open({ calendar: [], regions: [] });
      expect(await again.counter()).toEqual(before);
      expect((await again.stationByCode(code ?? ('' as StationCode)))?.rev).toBe(1);
    });

    test('two at once make one database', async () => {
      const [a, b] = await Promise.all([stage.open(), stage.open()]);
      expect(await a.counter()).toEqual(await b.counter());
      expect((await b.counter()).seq).toBe(3);
    });

    test('refuses a database that a newer release has written', async () => {
      await stage.open();
      await stage.closeAll();
      await stage.place().run('update schema_version set version = 99');
      const found = await openStore(stage.place().url, options(stage.place().highWater, stage.next.epoch));
      expect(found).toEqual(refuse({ kind: 'schema-too-new', found: 99, known: SCHEMA_VERSION }));
    });

    test('refuses serials when a county has used them up, and takes none', async () => {
      const store = await stage.open();
      await issue(store, ['410105']);
      await stage.place().run('update code_serial set next = 999999');
      const [last] = await issue(store, ['410105']);
      expect(last && codeParts(last).serial).toBe(999_999);
      await expect(issue(store, ['410105'])).rejects.toThrow('serials-used-up');
      expect(one(await stage.place().run('select next from code_serial')).next).toSatisfy(
        (n) => Number(n) === 1_000_000,
      );
    });
  });

  describe('a restored backup', () => {
    test('never issues a code twice, in counties that had codes and in those that had none', async () => {
      const first = await stage.open();
      const old = await first.counter();
      const issued = [...(await issue(first, ['410105', '410105']))];
      await stage.closeAll();
      const restore = await stage.place().backup();
      issued.push(...(await issue(await stage.open(), ['410105', '410202', '410105'])));
      await stage.closeAll();
      await restore();
      const restored = await stage.open();
      expect((await restored.counter()).epoch).not.toBe(old.epoch);
      issued.push(...(await issue(restored, ['410105', '410202', '410102'])));
      expect(new Set(issued).size).toBe(issued.length);
      expect(issued.slice(5).map((code) => codeParts(code).serial)).toEqual([
        3 + SERIAL_JUMP,
        1 + SERIAL_JUMP,
        1 + SERIAL_JUMP,
      ]);
      expect((await restored.verifyHistory()).brokenAt).toBeNull();
    });

    test('restored once more, issues none of those either', async () => {
      const issued = [...(await issue(await stage.open(), ['410105']))];
      await stage.closeAll();
      const restore = await stage.place().backup();
      for (let round = 0; round < 3; round++) {
        issued.push(...(await issue(await stage.open(), ['410105', '410202'])));
        await stage.closeAll();
        if (round < 2) await restore();
      }
      expect(new Set(issued).size).toBe(issued.length);
    });

    test('is told from a database that was merely opened again', async () => {
      const first = await stage.open();
      await issue(first, ['410105']);
      const { epoch } = await first.counter();
      await stage.closeAll();
      expect((await (await stage.open()).counter()).epoch).toBe(epoch);
    });

    test('is assumed where the high-water file is gone, and settled only once', async () => {
      const first = await stage.open();
      const issued = [...(await issue(first, ['410105']))];
      const { epoch } = await first.counter();
      await stage.closeAll();
      await rm(stage.place().highWater);
      const second = await stage.open();
      const after = await second.counter();
      expect(after.epoch).not.toBe(epoch);
      issued.push(...(await issue(second, ['410105'])));
      expect(new Set(issued).size).toBe(2);
      await stage.closeAll();
      expect((await (await stage.open()).counter()).epoch).toBe(after.epoch);
    });

    test('settled by one server is settled for another that still holds a mark of the old epoch', async () => {
      await issue(await stage.open(), ['410105']);
      await stage.closeAll();
      const oldMark = await readFile(stage.place().highWater, 'utf8');
      await rm(stage.place().highWater);
      const { epoch } = await (await stage.open()).counter();
      await stage.closeAll();
      await writeFile(stage.place().highWater, oldMark);
      expect((await (await stage.open()).counter()).epoch).toBe(epoch);
    });

    test('put back by other tools is not settled under a running server, and is as soon as it has ended', async () => {
      const store = await stage.open();
      await issue(store, ['410105']);
      const before = await store.counter();
      const settle = () => settleExternal(stage.place().url, options(stage.place().highWater, stage.next.epoch));
      expect(await settle()).toEqual(refuse({ kind: 'register-busy' }));
      expect(await store.counter()).toEqual(before);
      await stage.closeAll();
      expect(await settle()).toMatchObject({ ok: true, value: { before, hasMark: true } });
    });

    test('is not guessed at when the high-water file is damaged', async () => {
      await stage.open();
      await stage.closeAll();
      await writeFile(stage.place().highWater, 'x'.repeat(96));
      await expect(stage.open()).rejects.toThrow();
    });
  });
}
