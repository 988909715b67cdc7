import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeBackup } from '../../../server/store/backup.ts';
import { restoreBackup } from '../../../server/store/backup-restore.ts';
import { TAR_END, tarHeader, tarPadding } from '../../../server/store/backup-tar.ts';
import { openStore, type StoreOptions } from '../../../server/store/open.ts';
import { SERIAL_JUMP } from '../../../server/store/settle.ts';
import { parseCode } from '../../../shared/station/code.ts';
import { counting, options } from '../../contract/world.ts';
import { accepted, openTestServer, type TestServer, THURSDAY } from '../../fixtures/make/server.ts';
import { FeedPhone, listed } from '../../fixtures/make/server-phone.ts';
import { handMadeStations } from '../../fixtures/world/stations.ts';
import { region, sampleStation, stationId, union } from '../../shared/station/sample.ts';

let server: TestServer;
let file: string;
beforeEach(async () => {
  server = await openTestServer({ stations: handMadeStations() });
  file = join(server.folder, 'backups', 'register.tar');
});
afterEach(() => server.close());

const ids = counting();
const place = () => ({ url: join(server.folder, 'xiejiao.db'), photos: join(server.folder, 'photos') });
const backUp = (over: { file?: string; force?: boolean } = {}) =>
  makeBackup({ ...place(), file, force: false, now: server.clock.now, ...over });
const opening = (over: Partial<StoreOptions> = {}): StoreOptions => ({
  ...options(join(server.folder, 'high-water.json'), ids.epoch, () => server.clock.now),
  historyKey: 'a key for tests, kept nowhere else',
  ...over,
});
const restore = (over: Partial<StoreOptions> = {}) => restoreBackup({ ...place(), file, options: opening(over) });

async function again(): Promise<void> {
  const { folder, clock } = server;
  server = await openTestServer({ folder, now: clock.now });
}

let added = 900;
async function addStation(): Promise<string> {
  const id = stationId(++added);
  const made = sampleStation({ id, code: null, rev: 1, region: region('410105'), union: union('410105') });
  const [station] = await server.register([made]);
  return station?.code ?? '';
}

describe('a backup', () => {
  test('made while others write is whole as of one moment, pictures and all, and plain tar reads it', async () => {
    const picture = await server.deps.photos.stations.put(new Uint8Array([1, 2, 3]));
    const writing = (async () => {
      for (let n = 0; n < 20; n++) await addStation();
    })();
    const manifest = accepted(await backUp());
    await writing;
    const names = execFileSync('tar', ['-tf', file], { encoding: 'utf8' }).trim().split('\n');
    expect(names).toEqual(['register.db', `photos/stations/${picture.slice(0, 2)}/${picture}.webp`, 'manifest.json']);
    expect(manifest.counts).toMatchObject({ history: manifest.seq, photos: 1 });
    expect(manifest.counts.stations).toBeLessThan(handMadeStations().length + 20);
    expect(await readdir(join(server.folder, 'backups'))).toEqual(['register.tar']);
    expect(statSync(file).mode & 0o077).toBe(0);
    await server.stop();
    await rm(join(server.folder, 'photos'), { recursive: true });
    accepted(await restore());
    await again();
    const { rows, brokenAt } = await server.store.verifyHistory();
    expect([rows, brokenAt]).toEqual([manifest.seq + 1, null]);
    expect(await server.deps.photos.stations.read(picture)).toEqual(new Uint8Array([1, 2, 3]));
    expect(await readdir(server.folder)).toEqual(
      expect.arrayContaining(['xiejiao.db', 'xiejiao.db.before-restore', 'photos', 'high-water.json']),
    );
    expect((await readdir(server.folder)).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  test('never takes the place of a file, unless told to', async () => {
    accepted(await backUp());
    const first = await readFile(file);
    expect(await backUp()).toEqual({ ok: false, refusal: { kind: 'backup-exists', name: file } });
    expect((await readFile(file)).equals(first)).toBe(true);
    await addStation();
    accepted(await backUp({ force: true }));
    expect((await readFile(file)).equals(first)).toBe(false);
  });
});

describe('a restored register', () => {
  test('is what the backup was, keeps the one before, and a phone that had gone further ends equal to it', async () => {
    const phone = new FeedPhone((path) => server.get(path), [region('410100'), 'CN']);
    await phone.pullToTheEnd();
    const before = listed(phone.table());
    accepted(await backUp());
    const lost = await addStation();
    await phone.pullToTheEnd();
    expect(listed(phone.table())).toContain(lost);
    await server.stop();
    const { kept, after, manifest } = accepted(await restore());
    expect(after.epoch).not.toBe(manifest.epoch);
    expect(kept).toBe(join(server.folder, 'xiejiao.db.before-restore'));
    await again();
    await phone.pullToTheEnd();
    expect(listed(phone.table())).toEqual(before);
    expect(phone.held.get('CN')?.columns.epoch).toBe(after.epoch);
    const next = await addStation();
    await phone.pullToTheEnd();
    expect(listed(phone.table())).toEqual([...before, next].sort());
    expect(next).not.toBe(lost);
    const old = accepted(await openStore(kept ?? '', opening({ highWater: join(server.folder, 'other.json') })));
    const code = parseCode(lost);
    expect(code.ok && (await old.stationByCode(code.value))?.code).toBe(lost);
    await old.close();
  });

  test('says so in its history, and lets nobody stay signed in', async () => {
    accepted(await backUp());
    await server.stop();
    const { before, after } = accepted(await restore());
    await again();
    const [row] = (await server.store.historyOf('epoch')).slice(-1);
    expect(row).toMatchObject({
      subject: 'store',
      step: 'restore',
      actor: 'system',
      before: { epoch: before.epoch, serialBase: before.serialBase },
      after: { epoch: after.epoch, serialBase: SERIAL_JUMP },
    });
  });

  test('never issues a code twice, however issuing, backups, restores and lost marks follow one another', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant('issue' as const) },
      { weight: 2, arbitrary: fc.constant('backup' as const) },
      { weight: 2, arbitrary: fc.nat(3) },
      { weight: 1, arbitrary: fc.constant('lose the mark' as const) },
    );
    const issued: string[] = [];
    const files: string[] = [];
    const run = async (what: string | number) => {
      if (what === 'issue') issued.push(await addStation());
      else if (what === 'backup') {
        file = join(server.folder, 'backups', `${files.length}.tar`);
        accepted(await backUp());
        files.push(file);
      } else {
        const chosen = typeof what === 'number' ? files[files.length - 1 - (what % Math.max(1, files.length))] : file;
        if (chosen === undefined || files.length === 0) return;
        await server.stop();
        file = chosen;
        // The old register still stands: it alone says how far it came.
        if (what === 'lose the mark') await rm(join(server.folder, 'high-water.json'), { force: true });
        accepted(await restore());
        await again();
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
        for (const what of ['issue', 'backup', ...steps, 'issue']) await run(what);
        expect(new Set(issued).size).toBe(issued.length);
      }),
      { numRuns: 6 },
    );
    expect(issued.length).toBeGreaterThan(20);
    expect((await server.store.verifyHistory()).brokenAt).toBeNull();
  }, 120_000);

  test('takes the place of one that is damaged, or of none', async () => {
    accepted(await backUp());
    await server.stop();
    await writeFile(place().url, 'no database at all '.repeat(400));
    expect(accepted(await restore()).kept).not.toBeNull();
    for (const name of ['xiejiao.db', 'high-water.json']) await rm(join(server.folder, name));
    const bare = accepted(await restore());
    expect([bare.kept, bare.hasMark]).toEqual([null, false]);
    await again();
    expect((await server.store.verifyHistory()).brokenAt).toBeNull();
  });
});

describe('a restore is refused, and the register stands as it was,', () => {
  const unchanged = async (kind: string, over: Partial<StoreOptions> = {}) => {
    const { url } = place();
    // Behind the header, which says how the file is written to.
    const content = async () => (await readFile(url)).subarray(100);
    const before = await content();
    const mark = await readFile(join(server.folder, 'high-water.json'));
    const found = await restore(over);
    expect(found).toMatchObject({ ok: false, refusal: { kind } });
    expect((await content()).equals(before)).toBe(true);
    expect((await readFile(join(server.folder, 'high-water.json'))).equals(mark)).toBe(true);
    expect(existsSync(`${url}.before-restore`)).toBe(false);
  };

  test('while a server has it open', async () => {
    accepted(await backUp());
    expect(await restore()).toEqual({ ok: false, refusal: { kind: 'register-busy' } });
    await addStation();
    await server.stop();
    accepted(await restore());
    await again();
  });

  test('when the file is missing, is none of ours, or was written under another key', async () => {
    await server.stop();
    await unchanged('file-missing');
    accepted(await backUp());
    await unchanged('backup-other-key', { historyKey: 'another key' });
    await writeFile(file, 'not a backup');
    await unchanged('backup-not-ours');
    const text = Buffer.from('hello');
    await writeFile(file, Buffer.concat([tarHeader('../../evil', 5, 0), text, tarPadding(5), TAR_END]));
    await unchanged('backup-not-ours');
    await again();
  });

  test('when it was cut off, or any byte of a part is another', async () => {
    await server.deps.photos.reports.put(new Uint8Array(700).fill(7));
    accepted(await backUp());
    await server.stop();
    const whole = await readFile(file);
    for (const length of [100, 512, 5000, whole.length - 3000]) {
      await truncate(file, length);
      await unchanged('backup-not-ours');
      await writeFile(file, whole);
    }
    const offsets = fc.sample(fc.integer({ min: 512, max: whole.length - 4096 }), { numRuns: 12, seed: 7 });
    for (const at of offsets) {
      const spoilt = Buffer.from(whole);
      spoilt.writeUInt8((spoilt.readUInt8(at) + 1) % 256, at);
      await writeFile(file, spoilt);
      const found = await restore();
      expect(found.ok, `byte ${at}`).toBe(false);
    }
    await writeFile(file, whole);
    await again();
  });

  test('when a later release made it', async () => {
    accepted(await backUp());
    await server.stop();
    const text = (await readFile(file)).toString('latin1').replace('"version": 1', '"version": 2');
    await writeFile(file, text, 'latin1');
    await unchanged('backup-too-new');
    await again();
  });
});

test('a size beyond eight gibibytes is written so that it is read back', () => {
  const header = tarHeader('register.db', 9 * 1024 ** 3, THURSDAY / 1000);
  expect(header.readUInt8(124)).toBe(0x80);
  expect(Number(header.readBigUInt64BE(128))).toBe(9 * 1024 ** 3);
});
