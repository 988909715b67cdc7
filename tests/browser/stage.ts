import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { gcjToWgs } from '../../shared/geo/datum.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { launchChromium } from '../fixtures/make/chromium.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Where the worker of these stories stands: 二七区 of 郑州. */
export const HERE = gcj02(113.665, 34.757);

/** A clerk's ledger round the worker: one open door 240 m north, another further off, one whose hours nobody wrote down. */
export const LEDGER = [
  '站点名称,区县,详细地址,入口说明,经度,纬度,开放时间,联系电话,服务设施',
  '测试德化街驿站,二七区,郑州市二七区德化街36号,建设路储蓄所一楼进门右手边,113.665,34.759164,24小时,0371-60000001,饮水、卫生间、充电、座椅',
  '测试大同路驿站,二七区,郑州市二七区大同路8号,环卫所院内,113.671,34.757,24小时,,饮水、急救箱',
  '测试福寿街驿站,二七区,郑州市二七区福寿街2号,,113.665,34.75,看情况,,微波炉',
].join('\n');

export type Stage = {
  readonly origin: string;
  readonly browser: Browser;
  /** A phone of 360 × 740 that stands at `HERE` and allows the question where it is. */
  phone(options?: { readonly locate?: boolean }): Promise<BrowserContext>;
  /** Runs a built command against the serving database and returns what it wrote to stdout. */
  command(name: string, ...args: string[]): string;
  readonly folder: string;
  close(): Promise<void>;
};

/** The built server on an empty register with the ledger imported, and a real browser. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'xiejiao-stage-'));
  const ledger = join(folder, 'ledger.csv');
  writeFileSync(ledger, LEDGER);
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    DATA_DIR: folder,
    SEED_STATIONS: '0',
    PORT: '0',
    HOST: '127.0.0.1',
  };
  const command = (name: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(ROOT, `dist/server/${name}.js`), ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  command('import', ledger, '--region', '410100');
  const { origin, child } = await startServer(env);
  const browser = await launchChromium();
  return {
    origin,
    browser,
    folder,
    command,
    phone: ({ locate = true } = {}) => phoneOf(browser, locate),
    close: async () => {
      await browser.close();
      child.kill('SIGTERM');
      await new Promise((done) => child.once('exit', done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function phoneOf(browser: Browser, locate: boolean): Promise<BrowserContext> {
  const { lng, lat } = gcjToWgs(HERE);
  return browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    geolocation: { longitude: lng, latitude: lat, accuracy: 20 },
    permissions: locate ? ['geolocation', 'background-sync'] : ['background-sync'],
  });
}

function startServer(env: NodeJS.ProcessEnv): Promise<{ origin: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], { env, cwd: ROOT });
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

/** Waits until the service worker rules the page and everything it keeps is kept. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready.then(() => true),
  );
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}
