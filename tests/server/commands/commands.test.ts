import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeReply } from '../../../shared/feed/delta-decode.ts';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { messyWorkbook } from '../../fixtures/make/ledger.ts';
import { FeedPhone } from '../../fixtures/make/server-phone.ts';
import { type BuiltServer, isBuilt, runBuilt, startBuilt, unbuilt } from '../../fixtures/make/server-process.ts';
import { utf8 } from '../../fixtures/packs/utf8.ts';
import { region } from '../../shared/station/sample.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiejiao-built-'));
});
afterAll(() => dropFolder(folder));

const dataDir = (name: string) => ({ DATA_DIR: join(folder, name) });
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_ORIGIN: 'https://xiejiao.example.cn',
  SECRET: 's'.repeat(32),
  PORT: '0',
};

describe.skipIf(!isBuilt)(`the built server${unbuilt}`, { timeout: 90_000 }, () => {
  test.each([
    ['PUBLIC_ORIGIN', { ...PRODUCTION, PUBLIC_ORIGIN: '' }],
    ['SECRET', { ...PRODUCTION, SECRET: '' }],
    ['SECRET', { ...PRODUCTION, SECRET: 'short' }],
    ['PORT', { PORT: 'eighty' }],
    ['PUBLIC_ORIGIN', { ...PRODUCTION, PUBLIC_ORIGIN: 'xiejiao.example.cn' }],
  ])('refuses to start with a sentence that names %s', async (name, env) => {
    const { code, out, err } = await runBuilt('main', [], { env: { ...dataDir('refused'), ...env } });
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(name);
    expect(err).toMatch(/\p{Script=Han}.*。\n$/u);
    expect(await readdir(folder)).not.toContain('refused');
  });

  test('in production sows nothing, and says 示例数据 nowhere', async () => {
    const data = dataDir('production');
    const server = await startBuilt({ ...PRODUCTION, ...data, PUBLIC_ORIGIN: 'http://127.0.0.1:1' }).catch(() => null);
    // It announces its public address, not a port: what it holds is read by a second one of a trial.
    expect(server === null || server.port === 1).toBe(true);
    await server?.end();
    const trial = await startBuilt({ ...data, SEED_STATIONS: '0' });
    expect(await (await trial.get('/api/v1/config')).json()).toMatchObject({ synthetic: false });
    await trial.end();
  });

  test('with SEED_STATIONS=0 starts empty and answers', async () => {
    const server = await startBuilt({ ...dataDir('empty'), SEED_STATIONS: '0' });
    expect(await (await server.get('/api/v1/health')).json()).toMatchObject({ status: 'ready', stations: 0 });
    expect(await (await server.get('/api/v1/nearest?lng=113.68&lat=34.76')).json()).toMatchObject({ items: [] });
    expect((await server.end('SIGINT')).code).toBe(0);
  });

  test('told to end, finishes the answer it is giving, takes no other, and ends well', async () => {
    const server = await startBuilt({ ...dataDir('ending'), SEED_STATIONS: '0' });
    // A pack nobody has asked for yet is built in a thread: that takes a while.
    const ask = 'GET /api/v1/feed?region=710000 HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(ask));
    const parts: Buffer[] = [];
    const begun = new Promise<void>((resolve) => socket.once('data', () => resolve()));
    const closed = new Promise<void>((resolve, reject) => socket.on('end', resolve).on('error', reject));
    socket.on('data', (part) => parts.push(part));
    await begun;
    expect(Buffer.concat(parts).toString('latin1')).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    const ending = server.end('SIGTERM');
    await closed;
    const answer = Buffer.concat(parts).subarray('HTTP/1.1 100 Continue\r\n\r\n'.length);
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    const reply = decodeReply(new Uint8Array(answer.subarray(answer.indexOf('\r\n\r\n') + 4)), utf8);
    expect(reply.ok && reply.value.kind).toBe('reset');
    expect((await ending).code).toBe(0);
    await expect(server.get('/api/v1/health')).rejects.toThrow();
  });
});

describe.skipIf(!isBuilt)(
  `the commands, while a server serves the same register${unbuilt}`,
  { timeout: 90_000 },
  () => {
    let server: BuiltServer;
    let data: { readonly DATA_DIR: string };
    let phone: FeedPhone;
    beforeAll(async () => {
      data = dataDir('serving');
      server = await startBuilt({ ...data, SEED_STATIONS: '300' });
      phone = new FeedPhone(server.get, [region('410100')]);
      await phone.pullToTheEnd();
    });
    afterAll(() => server?.end());

    const json = async (path: string) => (await server.get(path)).json();
    const named = (text: string) =>
      phone
        .table()
        .search(text, null, 9)
        .map(({ row }) => row.name);

    test('seed: the same count and seed sow the same stations; production sows none', async () => {
      const names = async (name: string, env = {}) => {
        const { code, err } = await runBuilt('seed', ['--stations', '40', '--seed', '11'], {
          env: { ...dataDir(name), ...env },
        });
        if (code !== 0) return err;
        const sown = await startBuilt(dataDir(name));
        const { items } = await (await sown.get('/api/v1/nearest?lng=110&lat=33&k=50')).json();
        await sown.end();
        return items.map(
          ({ station }: { station: { name: string; code: string } }) => `${station.name} ${station.code}`,
        );
      };
      const [one, other] = [await names('sown-1'), await names('sown-2')];
      expect(one.length).toBeGreaterThan(30);
      expect(other).toEqual(one);
      expect(await names('sown-3', PRODUCTION)).toBe(
        '生产环境不生成示例站点。要在别处试，去掉 NODE_ENV=production。\n',
      );
    });

    test.each([[['--stations', '0']], [['--stations', 'many']], [['--seed', 'x']], [['--count', '5']]])(
      'seed: %s is refused with a sentence',
      async (args) => {
        const { code, err } = await runBuilt('seed', args, { env: dataDir('unsown') });
        expect(code).toBe(1);
        expect(err).toMatch(/^[^\n]*\p{Script=Han}[^\n]*\n$/u);
        expect(await readdir(folder)).not.toContain('unsown');
      },
    );

    test('import: a workbook’s stations are served and on the phone with its next sync', async () => {
      const cwd = join(folder, 'desk');
      await mkdir(cwd);
      await writeFile(join(cwd, '台账.xlsx'), await messyWorkbook());
      const run = () => runBuilt('import', ['台账.xlsx'], { env: data, cwd });
      const first = await run();
      expect(first.err).toContain('坐标按 GCJ-02（高德、腾讯） 读。');
      expect(first.code).toBe(0);
      expect(JSON.parse(first.out.trim().split('\n').at(-1) ?? '')).toEqual({
        read: 8,
        new: 4,
        changed: 0,
        same: 0,
        flagged: 2,
        refused: 2,
      });
      const [sheet] = await readWorkbook(join(cwd, '台账-导入结果.xlsx'));
      expect(sheet?.data).toHaveLength(9);
      const { items } = await json('/api/v1/nearest?lng=113.6869&lat=34.7665&k=1');
      expect(items[0].station).toMatchObject({ name: '示例金水路驿站', origin: 'imported', verified: 'unverified' });
      expect(named('金水路')).not.toContain('示例金水路驿站');
      await phone.pullToTheEnd();
      expect(named('示例金水路')).toEqual(['示例金水路驿站']);
      expect(phone.packs).toBe(1);
      expect(JSON.parse((await run()).out)).toEqual({ read: 8, new: 0, changed: 0, same: 6, flagged: 0, refused: 2 });
    });

    test.each([
      ['nothing', []],
      ['two files', ['a.csv', 'b.csv']],
      ['a file that is not there', ['没有.xlsx']],
      ['a folder', ['.']],
      ['an unknown datum', ['台账.xlsx', '--datum', 'gps']],
      ['a region nobody knows', ['台账.xlsx', '--region', '999999']],
      ['a union nobody knows', ['台账.xlsx', '--union', '999999']],
      ['an unknown option', ['台账.xlsx', '--force']],
    ])('import: given %s refuses with a sentence, not a stack', async (_, args) => {
      const { code, out, err } = await runBuilt('import', args, { env: data, cwd: join(folder, 'desk') });
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(err).toMatch(/\p{Script=Han}/u);
      expect(err).not.toMatch(/\n\s+at |Error/);
    });

    test('calendar: a year is added without a restart; a wrong one is refused', async () => {
      const year = {
        year: 2027,
        holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
        workdays: [{ date: '2027-01-09', standsFor: 4 }],
      };
      const run = async (content: unknown) => {
        await writeFile(join(folder, 'year.json'), typeof content === 'string' ? content : JSON.stringify(content));
        return runBuilt('calendar', [join(folder, 'year.json')], { env: data });
      };
      expect((await json('/api/v1/calendar')).coveredUntil).toBe('2026-12-31');
      for (const wrong of [
        '{',
        [],
        { ...year, year: 'x' },
        { ...year, holidays: [{ name: '元旦', from: '2027-01-03', to: '2027-01-01' }] },
      ]) {
        const { code, err } = await run(wrong);
        expect(code).toBe(1);
        expect(err).toMatch(/^[^\n]*\p{Script=Han}[^\n]*\n$/u);
      }
      const { code, out } = await run(year);
      expect([code, out]).toEqual([0, '2027 年的节假日已写入。服务不用重启，手机下次同步时得到。\n']);
      await expect
        .poll(async () => (await json('/api/v1/calendar')).coveredUntil, { timeout: 30_000 })
        .toBe('2027-12-31');
      expect((await json('/api/v1/calendar')).years.at(-1)).toEqual(year);
    });

    test('purge-synthetic: what was sown is gone from the server and the phone, what was imported stays', async () => {
      expect(await json('/api/v1/config')).toMatchObject({ synthetic: true });
      const { code, out } = await runBuilt('purge-synthetic', [], { env: data });
      expect([code, out]).toEqual([0, '已清除 300 个示例站点。手机下次同步时会从名单里去掉它们。\n']);
      await expect.poll(async () => (await json('/api/v1/health')).stations, { timeout: 30_000 }).toBe(4);
      expect(await json('/api/v1/config')).toMatchObject({ synthetic: false });
      await phone.pullToTheEnd();
      expect(phone.table().size).toBe(4);
    });
  },
);
