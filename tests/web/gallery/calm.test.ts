import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium } from '../../fixtures/make/chromium.ts';
import { openScreen, put } from './drive.ts';
import { FIX, LAST, ROUGH } from './ports.ts';
import { type Gallery, openGallery } from './serve.ts';
import { DEHUA } from './world.ts';

/** Cumulative layout shift a screen may have until it is complete; 0.1 is what others call good. */
const CALM = 0.01;

describe.skipIf(!hasChromium)(`nothing moves under a finger${hasChromium ? '' : ' (chromium absent)'}`, () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(() => gallery?.close());

  test('the measure sees a page that moves', async () => {
    const page = await watched('/?scene=light');
    await page.evaluate(() => {
      const push = document.createElement('div');
      push.style.height = '120px';
      document.querySelector('main')?.prepend(push);
    });
    expect(await shifts(page)).toBeGreaterThan(CALM);
    await page.context().close();
  });

  test('the first list, from the place of last time, and a fix that comes late', async () => {
    const page = await watched('/?scene=looking-again');
    await page.getByText(DEHUA.name).first().waitFor();
    await put(page, 'locate', FIX);
    await page.getByText('刚刚定位').waitFor();
    expect(await shifts(page)).toBeLessThan(CALM);
    await page.context().close();
  });

  test('the first list of a phone that knows no place yet', async () => {
    const page = await watched('/?scene=looking');
    await page.getByText('正在定位').first().waitFor();
    await put(page, 'locate', FIX);
    await page.getByText(DEHUA.name).first().waitFor();
    expect(await shifts(page)).toBeLessThan(CALM);
    await page.context().close();
  });

  test.each([
    { what: 'no net', cell: 'sync', value: { problem: 'offline' }, words: '没有网' },
    { what: 'a place refused', cell: 'locate', value: { kind: 'refused' }, words: '先按上次的位置排' },
    { what: 'a new version', cell: 'update', value: true, words: '有新版本' },
  ])('what comes while one reads – $what – pushes nothing', async ({ cell, value, words }) => {
    const page = await watched('/?scene=looking-again');
    await page.getByText(DEHUA.name).first().waitFor();
    await put(page, cell, value);
    await page.getByText(words).first().waitFor();
    expect(await shifts(page)).toBeLessThan(CALM);
    await page.context().close();
  });

  test('a copy that is old says so above the list from the start, and its leaving pulls nothing up', async () => {
    const page = await watched('/?scene=stale');
    await page.getByText('数据 12 天没更新').waitFor();
    await page.getByText(DEHUA.name).first().waitFor();
    const before = await top(page, DEHUA.name);
    await page.evaluate(() => {
      const stage = Reflect.get(window, 'stage');
      const { cities, ...rest } = stage.sync.get();
      const fresh = cities.map((city: object) => ({ ...city, checkedAt: stage.minute.get() }));
      stage.sync.put({ ...rest, cities: fresh });
    });
    await page.getByText('数据 12 天没更新').waitFor({ state: 'detached' });
    expect(await top(page, DEHUA.name)).toBe(before);
    await page.context().close();
  });

  test('a station’s page with a fix that comes late', async () => {
    const page = await watched(`/s/${DEHUA.code}?scene=looking-again`);
    await page.getByRole('heading', { name: '怎么进' }).waitFor();
    await put(page, 'locate', FIX);
    await page.getByText('240').first().waitFor();
    await put(page, 'sync', { problem: 'offline' });
    await page.getByText('没有网').first().waitFor();
    expect(await shifts(page)).toBeLessThan(CALM);
    await page.context().close();
  });

  test('with a place of last time nothing grey is shown, and nothing at all for the first 300 ms without', async () => {
    const page = await openScreen(gallery, '/?scene=looking-again');
    await page.getByText(DEHUA.name).first().waitFor();
    expect(await page.locator('[aria-busy]').count()).toBe(0);
    await page.context().close();
    const first = await openScreen(gallery, '/?scene=looking');
    const bones = first.locator('[aria-busy]');
    const { delay, name } = await bones.evaluate((one) => {
      const { animationDelay, animationName } = getComputedStyle(one);
      return { delay: animationDelay, name: animationName };
    });
    expect([delay, name === 'none']).toEqual(['0.3s', false]);
    await first.context().close();
  });

  test('a place too rough to sort by is said without moving what is read', async () => {
    const page = await watched('/?scene=light');
    await page.getByText(DEHUA.name).first().waitFor();
    await page.mouse.click(5, 400);
    await put(page, 'prefs', { lastPlace: LAST });
    await put(page, 'locate', ROUGH);
    await page.getByText('说不准').first().waitFor();
    expect(await shifts(page)).toBeLessThan(CALM);
    await page.context().close();
  });

  async function watched(path: string): Promise<Page> {
    const page = await openScreen(gallery, path);
    await page.evaluate(() => {
      const seen = { sum: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if (Reflect.get(entry, 'hadRecentInput') !== true) seen.sum += Number(Reflect.get(entry, 'value'));
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    return page;
  }
});

/** Two frames later, when what has just been painted has been counted. */
function shifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => setTimeout(() => done(Reflect.get(window, 'seen').sum), 50)),
        );
      }),
  );
}

async function top(page: Page, words: string): Promise<number> {
  const box = await page.getByText(words).first().boundingBox();
  return Math.round(box?.y ?? Number.NaN);
}
