import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { gcjToWgs } from '../../shared/geo/gcj.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { leaveChromium, sharedChromium } from '../fixtures/make/chromium.ts';
import { dropFolder } from '../fixtures/make/folder.ts';
import { type Door, openDoor } from './door.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** `BUILT` names another folder than `dist`, so that a build can be tested while the next one is made. */
export const BUILT = resolve(ROOT, process.env.BUILT ?? 'dist');

/** Where the worker of these stories stands: 二七区 of 郑州. */
export const HERE = gcj02(113.665, 34.757);

/** A clerk's ledger round the worker: one open door 240 m north, another further off, one whose hours nobody wrote down. */
const LEDGER = [
  '站点名称,区县,详细地址,入口说明,经度,纬度,开放时间,联系电话,服务设施',
  '测试德化街驿站,二七区,郑州市二七区德化街36号,建设路储蓄所一楼进门右手边,113.665,34.759164,24小时,0371-60000001,饮水、卫生间、充电、座椅',
  '测试大同路驿站,二七区,郑州市二七区大同路8号,环卫所院内,113.671,34.757,24小时,,饮水、急救箱',
  '测试福寿街驿站,二七区,郑州市二七区福寿街2号,,113.665,34.75,看情况,,微波炉',
];

export type Stage = {
  /** Of the door in front of the server: what a phone asks passes there. */
  readonly origin: string;
  readonly door: Door;
  readonly browser: Browser;
  /** A phone of 360 × 740 that stands at `HERE` and allows the question where it is. */
  phone(options?: PhoneOptions): Promise<BrowserContext>;
  /** Runs a built command against the serving database and returns what it wrote to stdout. */
  command(name: string, ...args: string[]): string;
  readonly folder: string;
  close(): Promise<void>;
};

export type PhoneOptions = BrowserContextOptions & { readonly locate?: boolean };

/** The built server on an empty register with the ledger (and further rows of it) imported, and a real browser. */
export async function openStage(rows: readonly string[] = []): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'xiejiao-stage-'));
  const ledger = join(folder, 'ledger.csv');
  writeFileSync(ledger, [...LEDGER, ...rows].join('\n'));
  const env = {
    ...process.env,
    SHED_DELAY_MS: '20000',
    NODE_ENV: 'development',
    DATA_DIR: folder,
    SEED_STATIONS: '0',
    PORT: '0',
    HOST: '127.0.0.1',
  };
  const command = (name: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(BUILT, `server/${name}.js`), ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  command('import', ledger, '--region', '410100', '--datum', 'gcj02');
  const { origin, child } = await startServer(env);
  const [door, browser] = await Promise.all([openDoor(origin), sharedChromium()]);
  return {
    origin: door.origin,
    door,
    browser,
    folder,
    command,
    phone: (options = {}) => phoneOf(browser, options),
    close: async () => {
      await leaveChromium(browser);
      await door.close();
      child.kill('SIGTERM');
      await new Promise((done) => child.once('exit', done));
      await dropFolder(folder);
    },
  };
}

function phoneOf(browser: Browser, options: PhoneOptions): Promise<BrowserContext> {
  return browser.newContext(phoneOptions(options));
}

export function phoneOptions({ locate = true, ...options }: PhoneOptions = {}): BrowserContextOptions {
  const { lng, lat } = gcjToWgs(HERE);
  return {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    geolocation: { longitude: lng, latitude: lat, accuracy: 20 },
    permissions: locate ? ['geolocation', 'background-sync'] : ['background-sync'],
    ...options,
  };
}

function startServer(env: NodeJS.ProcessEnv): Promise<{ origin: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(BUILT, 'server/main.js')], { env, cwd: ROOT });
  return new Promise((found, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const origin = /歇脚已启动：(\S+)/.exec(said)?.[1];
      if (origin) found({ origin, child });
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
}

/** The answer on the list, once it is one: a skeleton stands in its place before. */
export function hero(page: Page): Locator {
  return page.locator('#nearest:not([aria-busy])');
}

/** Opens the app and waits for its first answer. */
export async function openList(phone: BrowserContext, url: string): Promise<Page> {
  const page = await phone.newPage();
  await page.goto(url);
  await hero(page).getByText('米').first().waitFor();
  return page;
}

/** Waits until the service worker has all of the app and the stations are in the phone's database. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => localStorage.getItem('stored') !== null);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** The phone loses its net and finds it again: the app looks at once. */
export async function blink(phone: BrowserContext): Promise<void> {
  await phone.setOffline(true);
  await phone.setOffline(false);
}

/** Like a worker who taps: waits for the words, whole or in part, wherever they stand. */
export function said(page: Page, words: string | RegExp): Promise<void> {
  return page.getByText(words).first().waitFor();
}
