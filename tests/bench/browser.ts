import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { inputFolder, nextLine, startChild } from './child.ts';

/** Near the middle of 郑州, WGS-84. */
export const STANDS = { longitude: 113.6586, latitude: 34.7585, accuracy: 20 } as const;

/** Null when a browser and a built app are there; else what is missing. */
export function browserLacks(): string | null {
  if (!existsSync('/usr/bin/chromium')) return 'no /usr/bin/chromium';
  if (!existsSync(join(inputFolder(), '../web/index.html'))) return 'dist/web is not built: npm run build';
  return null;
}

/** The product's server with so many synthetic stations, and how to end it. */
export async function servedApp(folder: string, stations: number) {
  mkdirSync(folder, { recursive: true });
  const env = {
    NODE_ENV: 'development',
    DATA_DIR: folder,
    SEED_STATIONS: String(stations),
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    RATE_LIMIT: '1000000',
  };
  const child = startChild({ entry: 'serve', args: [], env });
  const told = await nextLine(child, /http:\/\/\S+:(\d+)/);
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return { origin: `http://127.0.0.1:${told[1]}`, stop };
}

export const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  geolocation: STANDS,
  permissions: ['geolocation', 'background-sync'],
};

/** `at`: when its last byte came, in milliseconds of the wall clock. */
export type Transfer = { readonly url: string; readonly bytes: number; readonly at: number };

/** Every answer's bytes on the wire, headers included, as the browser counts them. */
export async function transfersOf(context: BrowserContext, page: Page): Promise<readonly Transfer[]> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  const urls = new Map<string, string>();
  const list: Transfer[] = [];
  // The protocol's clock begins anywhere; each request tells both.
  let apart = 0;
  cdp.on('Network.requestWillBeSent', ({ requestId, request, timestamp, wallTime }) => {
    urls.set(requestId, request.url);
    apart = wallTime - timestamp;
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    list.push({ url: urls.get(requestId) ?? '', bytes: encodedDataLength, at: (timestamp + apart) * 1000 });
  });
  return list;
}

const PAINTED = 'benchPaintedAt';

/** Notes in the page when the first card of the list is on the screen; to be called before the page's clock is set. */
export async function watchPaint(page: Page): Promise<void> {
  await page.addInitScript((name) => {
    const since = performance.timeOrigin;
    const now = performance.now.bind(performance);
    const look = () => {
      if (document.querySelector('article#nearest') === null) return requestAnimationFrame(look);
      return requestAnimationFrame(() => Object.assign(window, { [name]: since + now() }));
    };
    requestAnimationFrame(look);
  }, PAINTED);
}

/** Milliseconds of the wall clock. */
export async function paintedAt(page: Page): Promise<number> {
  const told = await page.waitForFunction((name) => Reflect.get(window, name), PAINTED, { timeout: 60_000 });
  return Number(await told.jsonValue());
}

/** Ten on the morning of the next weekday: most doors are open. */
export async function onAWorkingMorning(page: Page): Promise<void> {
  const day = new Date(Date.now() + 86_400_000);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  await page.clock.setFixedTime(new Date(`${day.toISOString().slice(0, 10)}T10:00:00+08:00`));
}

/** The same without the test clock, under which a page's own marks are lost: the phone's clock is merely set elsewhere. */
export async function workingMorning(page: Page): Promise<void> {
  const day = new Date(Date.now() + 86_400_000);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  const morning = Date.parse(`${day.toISOString().slice(0, 10)}T10:00:00+08:00`);
  await page.addInitScript((at) => {
    const real = Date.now.bind(Date);
    const ahead = at - real();
    Date.now = () => real() + ahead;
  }, morning);
}
