import { AxeBuilder } from '@axe-core/playwright';
import jsQR from 'jsqr';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcjToWgs } from '../../shared/geo/gcj.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { openList, openStage, type Stage, settled } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** The door lies straight north of the worker, 240 m away; by hand from its row in the ledger. */
const DOOR = { lng: 113.665, lat: 34.759164 };
const METRES = { lng: 91_590, lat: 110_930 } as const;

/** Stands the phone so many metres east and north of the door. */
function stand(phone: BrowserContext, east: number, north: number): Promise<void> {
  const point = gcj02(DOOR.lng + east / METRES.lng, DOOR.lat + north / METRES.lat);
  const { lng, lat } = gcjToWgs(point);
  return phone.setGeolocation({ longitude: lng, latitude: lat, accuracy: 10 });
}

type Seen = { readonly words: string; readonly arrow: number };

/** Whether the screen says the words and its arrow has come to rest, degrees clockwise from the upper edge. Runs in the page. */
function shows({ words, arrow }: Seen): boolean {
  const said = [...document.querySelectorAll('dialog p')].some(({ textContent }) => textContent === words);
  const style = document.querySelector('dialog svg g')?.getAttribute('style') ?? '';
  const turn = /rotate\((-?[\d.]+)deg\)/.exec(style)?.[1];
  if (!said || turn === undefined) return false;
  return Math.abs(((((Number(turn) - arrow) % 360) + 540) % 360) - 180) <= 4;
}

/** Holds the phone to this many degrees clockwise from north, its compass speaking all the time, until that is seen. */
async function face(page: Page, degrees: number, seen: Seen): Promise<void> {
  const held = { alpha: (360 - degrees) % 360, beta: 30, gamma: 0, absolute: true };
  const timer = await page.evaluateHandle(
    (told) =>
      setInterval(() => window.dispatchEvent(new DeviceOrientationEvent('deviceorientationabsolute', told)), 60),
    held,
  );
  await page.waitForFunction(shows, seen);
  await page.evaluate((id) => clearInterval(id), timer);
}

async function openStation(phone: BrowserContext, query = ''): Promise<Page> {
  const page = await openList(phone, stage.origin);
  await page.getByRole('link', { name: '详情' }).first().click();
  await page.getByRole('heading', { name: '怎么去' }).waitFor();
  if (query !== '') await page.goto(page.url() + query);
  return page;
}

describe('带我去', () => {
  test('asks the first time, remembers, and the second time one tap on the list is enough', async () => {
    const phone = await stage.phone();
    await phone.route('https://uri.amap.com/**', (route) => route.fulfill({ body: 'a map' }));
    const page = await openList(phone, stage.origin);
    await page.getByRole('link', { name: '带我去' }).first().click();
    const dialog = page.getByRole('dialog', { name: '去测试德化街驿站' });
    await dialog.getByRole('radio', { name: '骑车' }).check();
    const [first] = await Promise.all([
      phone.waitForEvent('page'),
      dialog.getByRole('link', { name: '高德地图' }).click(),
    ]);
    const link =
      'https://uri.amap.com/navigation?to=113.665,34.759164,测试德化街驿站&mode=ride&src=xiejiao&coordinate=gaode&callnative=1';
    expect(decodeURIComponent(first.url())).toBe(link);
    await first.close();
    // Back in the app the page is as it was left.
    expect(await dialog.isVisible()).toBe(true);

    await page.goto(stage.origin);
    const [second] = await Promise.all([
      phone.waitForEvent('page'),
      page.getByRole('link', { name: '带我去' }).first().click(),
    ]);
    expect(decodeURIComponent(second.url())).toBe(link);
    await second.close();
    await page.getByRole('button', { name: '换一个' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(decodeURIComponent((await page.getByRole('link', { name: '带我去' }).getAttribute('href')) ?? '')).toBe(
      link,
    );
    // Another app stays one tap away, and a link from outside never opens one by itself.
    await page.getByRole('button', { name: '换一个' }).click();
    await dialog.getByRole('link', { name: '百度地图' }).waitFor();
    // Nobody tapped anything here: the tests' own hand counts as a tap to the browser, so that is taken away.
    await phone.addInitScript(() => Object.defineProperty(navigator, 'userActivation', { value: undefined }));
    const outside = await phone.newPage();
    await outside.goto(`${page.url().split('?')[0]}?go=1`);
    await outside.getByRole('dialog').getByRole('link', { name: '高德地图' }).waitFor();
    expect(phone.pages()).toHaveLength(2);
    await phone.close();
  });

  test('the phone’s own back closes what stands over the page, and so does Esc', async () => {
    const phone = await stage.phone();
    const page = await openStation(phone);
    const path = new URL(page.url()).pathname;
    await page.getByRole('button', { name: '带我去' }).click();
    await page
      .getByRole('dialog', { name: '去测试德化街驿站' })
      .getByRole('button', { name: /跟着箭头走/ })
      .click();
    await page.getByRole('dialog', { name: '测试德化街驿站', exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?go=compass');
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
    await page.getByRole('button', { name: '带我去' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('带我去');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
    await phone.close();
  });

  test('in WeChat says how to get out, and gives the address to take along', async () => {
    const userAgent = 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/120 Mobile MicroMessenger/8.0.44';
    const phone = await stage.phone({ userAgent, permissions: ['geolocation', 'clipboard-read', 'clipboard-write'] });
    const page = await openStation(phone, '?go=1');
    const dialog = page.getByRole('dialog', { name: '去测试德化街驿站' });
    await dialog.getByText('在浏览器打开').waitFor();
    await dialog.getByRole('button', { name: '复制网址' }).click();
    await dialog.getByText('复制好了').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await phone.close();
  });
});

describe('the last stretch, in flight mode from a cold start', () => {
  test('an arrow leads along a path to the words about the door', async () => {
    const phone = await stage.phone();
    const first = await openStation(phone);
    await settled(first);
    const path = new URL(first.url()).pathname;
    await first.close();
    await phone.setOffline(true);
    const page = await phone.newPage();
    await page.goto(`${stage.origin}${path}?go=compass`);
    const over = page.getByRole('dialog', { name: '测试德化街驿站', exact: true });
    const reads = (words: string) => over.getByText(words).first().waitFor();
    // Looking west, a door in the north is on the right.
    await face(page, 270, { words: '往右', arrow: 90 });
    await reads('240 米');
    await reads('误差约 20 米');
    await face(page, 0, { words: '往前走', arrow: 0 });
    // 100 m east of the door, looking north: it is on the left.
    await stand(phone, 100, 0);
    await reads('100 米');
    await face(page, 0, { words: '往左', arrow: -90 });
    // 60 m south-east of it, looking south-west: north-west is a quarter turn to the right.
    await stand(phone, 42.4, -42.4);
    await reads('60 米');
    await face(page, 225, { words: '往右', arrow: 90 });
    await stand(phone, 4, 3);
    await reads('到了');
    await reads('建设路储蓄所一楼进门右手边');
    expect(await over.locator('svg g').count()).toBe(0);
    await phone.close();
  });

  test('without a compass the wind is named, and walking gives the arrow', async () => {
    const phone = await stage.phone();
    const page = await openStation(phone, '?go=compass');
    const dialog = page.getByRole('dialog', { name: '测试德化街驿站', exact: true });
    await dialog.getByText('往北').first().waitFor();
    await dialog.getByRole('button', { name: '打开指南针' }).click();
    await dialog.getByText('没允许用指南针').waitFor();
    // 30 m to the east; the door is then 7° left of north, and 97° left of where one walks.
    await stand(phone, 30, -240);
    await dialog.getByText('箭头照你走的方向').waitFor();
    await page.waitForFunction(shows, { words: '往左', arrow: -97 });
    await phone.close();
  });

  test('without a place it points nowhere, and the words still help', async () => {
    const elsewhere = await stage.phone();
    const path = new URL((await openStation(elsewhere)).url()).pathname;
    await elsewhere.close();
    const phone = await stage.phone({ locate: false });
    const page = await phone.newPage();
    await page.goto(stage.origin + path);
    await page.getByRole('button', { name: /跟着箭头走/ }).click();
    const over = page.getByRole('dialog');
    await over.getByText('没有定位权限').waitFor();
    await over.getByRole('button', { name: '再定位一次' }).waitFor();
    expect(await over.locator('svg g').count()).toBe(0);
    await phone.close();
  });
});

describe('分享', () => {
  test('a picture whose QR code another’s reader takes back to this page', async () => {
    const phone = await stage.phone();
    const page = await openStation(phone);
    await page.getByRole('button', { name: '分享' }).click();
    const dialog = page.getByRole('dialog', { name: '分享这个驿站' });
    const picture = dialog.getByRole('img', { name: /^图片卡片：测试德化街驿站/ });
    await picture.waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: '发图片或存下来' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('歇脚 测试德化街驿站.png');
    await dialog.getByText('图片存好了').waitFor();
    const image = sharp(await download.path());
    const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
    expect(read?.data).toBe(stage.origin + new URL(page.url()).pathname);
    // Four clear squares and more on the side of the paper: the code's own corner is that far from its field's.
    const square = (read?.location.topRightFinderPattern.x ?? 0) - (read?.location.topLeftFinderPattern.x ?? 0);
    const size = 17 + 4 * (read?.version ?? 0);
    const one = square / (size - 7);
    expect((read?.location.topLeftCorner.x ?? 0) - 72).toBeGreaterThanOrEqual(4 * one - 2);
    await phone.close();
  });

  test('a link, which is the page itself', async () => {
    const phone = await stage.phone({ permissions: ['geolocation', 'clipboard-read', 'clipboard-write'] });
    const page = await openStation(phone);
    await page.getByRole('button', { name: '分享' }).click();
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByRole('dialog').getByText('复制好了').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await phone.close();
  });
});

describe('everybody can use what stands over the page', () => {
  const OVER: readonly (readonly [name: string, opener: RegExp, dialog: string])[] = [
    ['the choice', /^带我去$/, '去测试德化街驿站'],
    ['the arrow', /跟着箭头走/, '测试德化街驿站'],
    ['the large address', /^大字地址$/, '给人看的地址'],
    ['sharing', /^分享$/, '分享这个驿站'],
  ];

  test.each(OVER)(
    '%s: opened by Enter, no fault in three themes, 48 px, 320 px and 200 %% text, Esc gives the focus back',
    async (_, opener, name) => {
      const phone = await stage.phone();
      const page = await openStation(phone);
      const button = page.getByRole('button', { name: opener }).first();
      await button.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name, exact: true });
      await dialog.waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
      await page.keyboard.press('Tab');
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
      for (const theme of ['light', 'dark', 'sun']) {
        await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme);
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('dialog').analyze();
        expect(violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      }
      expect(await smallTargets(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 568 });
      expect(await overflow(page)).toBe(0);
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await overflow(page)).toBe(0);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
      await phone.close();
    },
  );
});

/** Of the dialog against itself and the page against the screen. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const dialog = document.querySelector('dialog');
    const inside = dialog === null ? 999 : dialog.scrollWidth - dialog.clientWidth;
    return Math.max(0, inside, document.documentElement.scrollWidth - window.innerWidth);
  });
}

function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('dialog :is(button, a[href], label)')]
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => Math.round(box.height) < 48 || Math.round(box.width) < 48)
      .map(({ one }) => one.textContent ?? ''),
  );
}
