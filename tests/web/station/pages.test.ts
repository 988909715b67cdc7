import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spacedCode } from '../../../shared/station/code.ts';
import { axeOn } from '../../fixtures/make/axe.ts';
import { hasChromium } from '../../fixtures/make/chromium.ts';
import { type Gallery, openGallery } from '../gallery/serve.ts';
import { NO_PLAQUE, OLD_PLAQUE } from '../gallery/station-scenes.ts';
import {
  BARE,
  CLOSING,
  LEAVING,
  LODGING,
  MOBILE,
  MOVED_TWICE_DROP,
  NASTY,
  OPENING,
  OTHER_CITY_DROP,
  RECTIFYING,
  RICH,
  SHUT,
} from '../gallery/station-world.ts';
import { DEHUA, MERGED_DROP, RETIRED_DROP, SUSPENDED, UNKNOWN } from '../gallery/world.ts';

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  locale: 'zh-CN',
  reducedMotion: 'reduce',
};
const MISTYPED = `${DEHUA.code.slice(0, 12)}${(Number(DEHUA.code[12]) + 1) % 10}${DEHUA.code.slice(13)}`;
const STRANGER = '410302900000126';

const SCREENS: readonly (readonly [string, string])[] = [
  ['open', `/s/${DEHUA.code}?scene=station`],
  ['open, in the dark, with photos', `/s/${RICH.code}?scene=station-dark`],
  ['open, in the sun, with photos', `/s/${RICH.code}?scene=station-sun`],
  ['open, in large type', `/s/${RICH.code}?scene=station-elder`],
  ['closing', `/s/${CLOSING.code}?scene=station`],
  ['closed', `/s/${SHUT.code}?scene=station`],
  ['opening before one is there', `/s/${OPENING.code}?scene=station`],
  ['of unknown hours', `/s/${UNKNOWN.code}?scene=station`],
  ['suspended', `/s/${SUSPENDED.code}?scene=station`],
  ['leaving, under notice', `/s/${LEAVING.code}?scene=station`],
  ['being put right', `/s/${RECTIFYING.code}?scene=station-sun`],
  ['mobile', `/s/${MOBILE.code}?scene=station`],
  ['to sleep in', `/s/${LODGING.code}?scene=station`],
  ['with nothing but a name', `/s/${BARE.code}?scene=station-dark`],
  ['of hostile texts', `/s/${NASTY.code}?scene=station`],
  ['without a place', `/s/${DEHUA.code}?scene=station-lost`],
  ['retired', `/s/${RETIRED_DROP.code}?scene=station`],
  ['retired, without a place', `/s/${RETIRED_DROP.code}?scene=station-lost`],
  ['merged', `/s/${MERGED_DROP.code}?scene=station`],
  ['moved twice', `/s/${MOVED_TWICE_DROP.code}?scene=station-dark`],
  ['of another city now', `/s/${OTHER_CITY_DROP.code}?scene=station`],
  ['retired, as the server tells', `/s/${OLD_PLAQUE}?scene=station-asked`],
  ['never registered', `/s/${NO_PLAQUE}?scene=station-asked`],
  ['mistyped', `/s/${MISTYPED}?scene=station`],
  ['unknown', `/s/${STRANGER}?scene=station-offline`],
  ['no code at all', `/s/abc?scene=station-lost`],
  ['with nothing stored', `/s/${DEHUA.code}?scene=station-nothing`],
];

describe.skipIf(!hasChromium)(`the station page in a browser${hasChromium ? '' : ' (chromium absent)'}`, () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  }, 120_000);
  afterAll(() => gallery?.close());

  async function open(path: string, options: BrowserContextOptions = PHONE): Promise<Page> {
    const context = await gallery.browser.newContext(options);
    return show(await watched(context), path);
  }

  /** One page that goes from station to station: a new one each time would read all scripts again. */
  let walker: Page | null = null;
  async function walkTo(path: string): Promise<Page> {
    walker ??= await watched(await gallery.browser.newContext(PHONE));
    await walker.setViewportSize({ width: 360, height: 740 });
    return show(walker, path);
  }

  async function watched(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    // What a browser reports as a fault of the page fails the test that opened it.
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on('dialog', (dialog) => faults.push(`${page.url()}: ${dialog.message()}`));
    return page;
  }

  async function show(page: Page, path: string): Promise<Page> {
    await page.goto(new URL(path, gallery.url).href);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    return page;
  }
  const faults: string[] = [];

  test.each(SCREENS)(
    'a station %s: axe finds nothing, 48 px targets, one h1, fits 320 px in double type',
    async (_, path) => {
      const page = await walkTo(path);
      const { violations } = await axeOn(page).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('main').count()).toBe(1);
      expect(await page.title()).toMatch(/.+ · 歇脚$/);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflow(page)).toBe(0);
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      expect(await overflow(page)).toBe(0);
      expect(faults).toEqual([]);
    },
  );

  test.each([
    ['in landscape', { width: 740, height: 360 }],
    ['on a desk', { width: 1280, height: 800 }],
  ])('nothing is cut %s', async (_, viewport) => {
    const page = await open(`/s/${RICH.code}?scene=station`, { ...PHONE, viewport });
    expect(await overflow(page)).toBe(0);
    const [left, right] = await Promise.all(
      ['怎么进', '开放时间'].map((name) => page.getByRole('heading', { name }).boundingBox()),
    );
    const isBeside = (left?.x ?? 0) + 300 < (right?.x ?? 0);
    expect(isBeside).toBe(viewport.width >= 960);
    expect(await page.locator('main').evaluate((main) => main.getBoundingClientRect().width)).toBeLessThanOrEqual(1000);
    await page.context().close();
  });

  test('the keyboard walks the page in reading order, opens a photo and comes back to it', async () => {
    const page = await open(`/s/${RICH.code}?scene=station`);
    await page.route('**/photos/**', (route) => route.fulfill({ contentType: 'image/svg+xml', body: DRAWING }));
    await page.reload();
    await page.getByRole('heading', { level: 1, name: RICH.name }).waitFor();
    const walked: string[] = [];
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const one = document.activeElement;
        if (one === null || one === document.body) return null;
        // A radio is called by its label.
        return one.getAttribute('aria-label') ?? (one.closest('label') ?? one).textContent ?? '';
      });
      if (name === null) break;
      walked.push(name);
    }
    expect(walked.slice(0, 3)).toEqual(['返回', '读给我听', '分享']);
    const order = [
      '看大图',
      '高德',
      '复制编码',
      '不对？告诉工会',
      '信息都对',
      '打 12351',
      '打印这一页',
      '米，开放中',
      '带我去',
    ];
    const places = order.map((word) => walked.findIndex((name) => name.includes(word)));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    const photo = page.getByRole('button', { name: /看大图.*第 1 张/ });
    await photo.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '照片 1 / 2' });
    await dialog.getByRole('img', { name: `${RICH.name}的照片，第 1 张，共 2 张` }).waitFor();
    await dialog.getByRole('button', { name: '下一张' }).press('Enter');
    await page.getByRole('dialog', { name: '照片 2 / 2' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').getAttribute('aria-label')).toContain('看大图');
    await page.context().close();
  });

  test('a photo that does not come says so in its own place, never a broken picture', async () => {
    const page = await open('/?scene=station');
    await page.route('**/photos/**', (route) => route.abort());
    await page.goto(new URL(`/s/${RICH.code}?scene=station`, gallery.url).href);
    const photo = page.getByRole('button', { name: /看大图.*第 1 张/ });
    const before = await photo.boundingBox();
    await photo.scrollIntoViewIfNeeded();
    await photo.getByText('照片要有网才看得到').waitFor();
    const after = await photo.boundingBox();
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
    expect((after?.height ?? 0) / (after?.width ?? 1)).toBeCloseTo(0.75, 1);
    expect(await photo.locator('img').count()).toBe(0);
    await page.context().close();
  });

  test('photos are asked for only when scrolled to, and only by their hashes', async () => {
    const context = await gallery.browser.newContext({ ...PHONE, viewport: { width: 360, height: 200 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/photos/')) asked.push(pathname);
    });
    await page.route('**/photos/**', (route) => route.fulfill({ contentType: 'image/svg+xml', body: DRAWING }));
    await page.goto(new URL(`/?scene=station`, gallery.url).href);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    expect(asked).toEqual([]);
    await page.goto(new URL(`/s/${RICH.code}?scene=station`, gallery.url).href);
    await page.getByRole('button', { name: /看大图.*第 1 张/ }).scrollIntoViewIfNeeded();
    await expect.poll(() => [...asked].sort()).toEqual(RICH.photos.slice(0, 2).map((hash) => `/photos/${hash}.webp`));
    await context.close();
  });

  test('nothing moves when the fix comes', async () => {
    const page = await open(`/s/${DEHUA.code}?scene=station-fix-later`);
    const heading = page.getByRole('heading', { name: '怎么进' });
    const before = await heading.boundingBox();
    await page.getByText('你到时（14:24）仍开放').waitFor();
    expect((await heading.boundingBox())?.y).toBe(before?.y);
    await page.context().close();
  });

  test('a misread code leads to the one station it can be', async () => {
    const page = await open(`/s/${MISTYPED}?scene=station`);
    expect(await page.getByText('多半有一位数字抄错了').isVisible()).toBe(true);
    await page.getByRole('link', { name: DEHUA.name }).click();
    await page.getByRole('heading', { level: 1, name: DEHUA.name }).waitFor();
    await page.context().close();
  });

  test('a plaque two moves old leads to where the station is now', async () => {
    const page = await open(`/s/${MOVED_TWICE_DROP.code}?scene=station`);
    await page.getByRole('link', { name: '看新的站点' }).click();
    await page.getByRole('heading', { level: 1, name: DEHUA.name }).waitFor();
    await page.context().close();
  });

  test('the way to the reports and the code for the clipboard stand under 可靠吗', async () => {
    const page = await open(`/s/${DEHUA.code}?scene=station`);
    const links = page.getByRole('link');
    expect(await links.filter({ hasText: '不对？告诉工会' }).getAttribute('href')).toBe(`/report/${DEHUA.code}`);
    expect(await links.filter({ hasText: '信息都对' }).getAttribute('href')).toBe(
      `/report/${DEHUA.code}?kind=all-right`,
    );
    expect(await page.getByText(spacedCode(DEHUA.code)).first().isVisible()).toBe(true);
    await page.getByRole('button', { name: '复制编码' }).click();
    await page.getByText('复制好了').waitFor();
    await page.context().close();
  });

  test('the printed sheet has the facts, a QR code and no button', async () => {
    const page = await open(`/s/${RICH.code}?scene=station`);
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await page.getByRole('button', { name: '打印这一页' }).click();
    await page.locator('html[data-printed]').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    const text = await page.evaluate(() => document.body.innerText);
    for (const said of [
      RICH.name,
      spacedCode(RICH.code),
      RICH.address,
      RICH.entrance ?? '',
      '周四',
      '示例数据',
      '冬季时间到3月15日',
    ])
      expect(text).toContain(said);
    // Paper hangs longer than a day.
    expect(text).not.toMatch(/今天|天前/);
    expect(await page.locator('figure svg path').getAttribute('d')).toMatch(/^M\d/);
    expect(await page.locator('button:visible, a:visible').count()).toBe(0);
    await page.context().close();
  });
});

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><rect width="8" height="6" fill="#888"/></svg>';

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], label:has(input)')]
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (Math.round(box.height) < 48 || Math.round(box.width) < 48))
      .map(({ one, box }) => `${one.textContent} ${Math.round(box.width)}×${Math.round(box.height)}`),
  );
}
