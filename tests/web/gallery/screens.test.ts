import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeOn } from '../../fixtures/make/axe.ts';
import { hasChromium } from '../../fixtures/make/chromium.ts';
import { type Gallery, openGallery } from './serve.ts';
import { DEHUA, MERGED_DROP, RETIRED_DROP, SUSPENDED, UNKNOWN } from './world.ts';

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  locale: 'zh-CN',
  reducedMotion: 'reduce',
};
const SCREENS: readonly (readonly [string, string])[] = [
  ['the list', '/?scene=light'],
  ['the list in the dark', '/?scene=dark'],
  ['the list in the sun', '/?scene=sun'],
  ['the list with filters', '/?scene=light&want=toilet,meal'],
  ['大字', '/?scene=elder'],
  ['a useless fix', '/?scene=rough'],
  ['no permission to locate', '/?scene=refused'],
  ['nothing stored', '/?scene=empty'],
  ['an old copy and an update', '/?scene=stale'],
  ['an open station', `/s/${DEHUA.code}?scene=light`],
  ['an open station in the dark', `/s/${DEHUA.code}?scene=dark`],
  ['a suspended station', `/s/${SUSPENDED.code}?scene=light`],
  ['a station of unknown hours', `/s/${UNKNOWN.code}?scene=sun`],
  ['a retired station', `/s/${RETIRED_DROP.code}?scene=light`],
  ['a merged station', `/s/${MERGED_DROP.code}?scene=light`],
  ['the way to a map app', `/s/${DEHUA.code}?scene=light&go=1`],
  ['search', '/search?scene=light&q=德化'],
  ['offline', '/offline?scene=light'],
  ['the data on the phone', '/offline?scene=stocked'],
  ['the data on the phone in the dark', '/offline?scene=stocked-dark'],
  ['the data on the phone in 大字', '/offline?scene=stocked-elder'],
  ['downloads paused and begun anew', '/offline?scene=paused'],
  ['a city the browser cleared', '/offline?scene=cleared'],
  ['a window that keeps nothing', '/offline?scene=private'],
  ['a list whose city was deleted', '/?scene=deleted'],
  ['about', '/about?scene=light'],
  ['about in 大字', '/about?scene=elder'],
  ['about on an iPhone', '/about?scene=iphone'],
  ['about in the sun', '/about?scene=sun'],
  ['大字 in the dark with an old copy', '/?scene=elder-dark'],
  ['大字 in the sun', '/?scene=elder-sun'],
  ['大字 when nothing is open', '/?scene=elder-night'],
  ['大字 without a place', '/?scene=elder-lost'],
  ['大字 with nothing stored', '/?scene=elder-empty'],
  ['an open station in 大字', `/s/${DEHUA.code}?scene=elder`],
  ['the way to a map app in 大字', `/s/${DEHUA.code}?scene=elder&go=1`],
  ['the list on plain http', '/?scene=insecure'],
  ['the list in WeChat', '/?scene=wechat'],
  ['a list of names a ledger can hold', '/?scene=hostile'],
  ['a page that failed', `/s/${DEHUA.code}?scene=poisoned`],
  ['my reports in every state', '/mine?scene=reports'],
  ['my reports in a browser that keeps nothing, in the dark', '/mine?scene=reports-loose'],
  ['my reports in 大字', '/mine?scene=reports-elder'],
  ['what is wrong with a station', `/report/${DEHUA.code}?scene=sun`],
  ['a new place in 大字', '/suggest?scene=elder'],
  ['an address that leads nowhere', '/nowhere?scene=light'],
];

describe.skipIf(!hasChromium)(`the screens in a browser${hasChromium ? '' : ' (chromium absent)'}`, () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(() => gallery?.close());

  /** One page that goes from screen to screen: a new one each time would read all scripts again. */
  let walker: Page | null = null;
  async function walkTo(path: string): Promise<Page> {
    const page = walker ?? (await (await gallery.browser.newContext(PHONE)).newPage());
    walker = page;
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(new URL(path, gallery.url).href);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    return page;
  }

  async function open(path: string, options: BrowserContextOptions = PHONE): Promise<Page> {
    const context = await gallery.browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(new URL(path, gallery.url).href);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    return page;
  }

  test.each(SCREENS)(
    '%s: no accessibility fault, no target under 48 px, fits 320 px at 200 %% text',
    async (_name, path) => {
      const page = await walkTo(path);
      const { violations } = await axeOn(page).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflow(page)).toBe(0);
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      expect(await overflow(page)).toBe(0);
    },
  );

  test('the keyboard comes first to the way past the filters', async () => {
    const page = await open('/?scene=light');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator(':focus').textContent()).toBe('跳到最近的驿站');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('nearest');
    await page.context().close();
  });

  test('a row is one link that reads as a sentence and opens its station', async () => {
    const page = await open('/?scene=light');
    const name = '大同路环卫休息点，650 米，开放中，24 小时，扫码开门，免费，1 个月前核实，示例数据';
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '大同路环卫休息点' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/s\/\d{15}$/);
    await page.context().close();
  });

  test('nothing closed is hidden: one line counts it and opens it', async () => {
    const page = await open('/?scene=light');
    const line = page.getByRole('button', { name: '另有 4 个已关门、1 个暂停' });
    expect(await line.getAttribute('aria-expanded')).toBe('false');
    await line.click();
    await expect.poll(() => page.getByText(SUSPENDED.name).isVisible()).toBe(true);
    await page.context().close();
  });

  test('a dialog takes the focus, closes with Esc and gives the focus back', async () => {
    const page = await open('/?scene=light');
    const opener = page.getByRole('button', { name: '大字' });
    await opener.click();
    await page.getByRole('dialog', { name: '大字和颜色' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    await page.getByLabel('强光').check();
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('sun');
    expect(await page.locator('meta[name=theme-color]').getAttribute('content')).toMatch(/^#f{3,6}$/);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').textContent()).toBe('大字');
    await page.context().close();
  });

  test('a county picked by pinyin stands in the address and on top of the list', async () => {
    const page = await open('/?scene=lost');
    await page.getByRole('button', { name: '选一个区县' }).click();
    await page.getByLabel('区县名字或拼音').fill('erqi');
    await page.getByRole('option', { name: '二七区' }).click();
    await page.getByRole('heading', { level: 2, name: DEHUA.name }).waitFor();
    expect(new URL(page.url()).search).toBe('?at=410103');
    expect(await page.getByRole('banner').or(page.locator('header')).first().textContent()).toContain('二七区');
    await page.context().close();
  });

  test('filters stand in the address and are announced once', async () => {
    const page = await open('/?scene=light');
    await page.getByRole('button', { name: '厕所', pressed: false }).click();
    expect(new URL(page.url()).searchParams.get('want')).toBe('toilet');
    await page.locator('[aria-live=polite]', { hasText: '附近 3 个开着，最近 240 米' }).waitFor({ state: 'attached' });
    await page.context().close();
  });

  test('带我去 offers the four map apps for the station alone', async () => {
    const page = await open('/?scene=light');
    await page.getByRole('link', { name: '带我去' }).click();
    const dialog = page.getByRole('dialog', { name: `去${DEHUA.name}` });
    await dialog.waitFor();
    const links = await dialog.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    const outside = links.filter((href) => !href.startsWith('tel:'));
    expect(outside.map((href) => new URL(href).host)).toEqual([
      'uri.amap.com',
      'api.map.baidu.com',
      'apis.map.qq.com',
      'maps.apple.com',
    ]);
    await page.context().close();
  });

  test('a visit asks nobody but its own origin, and never with a position', async () => {
    const context = await gallery.browser.newContext(PHONE);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(new URL('/?scene=light', gallery.url).href);
    await page.getByRole('link', { name: '详情' }).click();
    await page.getByRole('heading', { level: 1, name: DEHUA.name }).waitFor();
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((url) => new URL(url).origin !== new URL(gallery.url).origin)).toEqual([]);
    expect(asked.filter((url) => /113\.6|34\.7/.test(url))).toEqual([]);
    await context.close();
  });

  test('the first list costs at most 130 KB of script and style', async () => {
    const page = await open('/?scene=light');
    await page.getByRole('link', { name: '带我去' }).waitFor();
    const bytes = await page.evaluate(async () => {
      const wanted = performance.getEntriesByType('resource').map((one) => one.name);
      let sum = 0;
      for (const url of wanted.filter((one) => /\.(js|css)$/.test(one))) {
        const body = (await fetch(url)).body;
        if (body === null) throw new Error(url);
        sum += (await new Response(body.pipeThrough(new CompressionStream('gzip'))).arrayBuffer()).byteLength;
      }
      return sum;
    });
    console.log(`first list: ${(bytes / 1000).toFixed(1)} KB of JS + CSS, gzip`);
    expect(bytes).toBeGreaterThan(40_000);
    expect(bytes).toBeLessThanOrEqual(130_000);
    await page.context().close();
  });
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** Controls a gloved finger would miss. A radio counts with its label; what only the keyboard sees is left out. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll('button, a[href], label:has(input)')];
    return controls
      .filter((one) => !one.getAttribute('href')?.startsWith('#'))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (Math.round(box.height) < 48 || Math.round(box.width) < 48))
      .map(({ one, box }) => `${one.textContent} ${Math.round(box.width)}×${Math.round(box.height)}`);
  });
}
