import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeOn } from '../../fixtures/make/axe.ts';
import { hasChromium } from '../../fixtures/make/chromium.ts';
import { type Gallery, openGallery } from './serve.ts';
import { DEHUA, STATIONS, SUSPENDED } from './world.ts';

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  locale: 'zh-CN',
  reducedMotion: 'reduce',
  hasTouch: true,
};
const DESK: BrowserContextOptions = { ...PHONE, viewport: { width: 1280, height: 800 }, hasTouch: false };

/** Browsers on a machine that does other things as well. */
const PATIENCE = 90_000;

describe.skipIf(!hasChromium)(
  `the map in a browser${hasChromium ? '' : ' (chromium absent)'}`,
  { timeout: PATIENCE },
  () => {
    let gallery: Gallery;
    beforeAll(async () => {
      gallery = await openGallery();
    });
    afterAll(() => gallery?.close());

    async function open(path: string, options: BrowserContextOptions = PHONE): Promise<Page> {
      const context = await gallery.browser.newContext(options);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      await page.goto(new URL(path, gallery.url).href);
      await page.locator('.leaflet-stations-pane canvas').waitFor({ state: 'attached' });
      return page;
    }

    const SCENES = ['/map?scene=light&open=0', '/map?scene=dark', '/map?scene=sun&open=0', '/map?scene=elder'];
    test.each(SCENES)('%s: no accessibility fault, no target under 48 px, fits 320 px at 200 %% text', async (path) => {
      const page = await open(path);
      await page.getByRole('button', { name: '视野里的站点' }).click();
      expect(await faults(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflow(page)).toBe(0);
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      expect(await overflow(page)).toBe(0);
      await page.context().close();
    });

    test.each(['/?scene=light', '/map?scene=dark&open=0'])('the desk at %s: list and map, no fault', async (path) => {
      const page = await open(path, DESK);
      await page.getByRole('list', { name: '图例' }).waitFor();
      expect(await page.getByRole('navigation', { name: '主导航' }).count()).toBe(0);
      expect(await faults(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.context().close();
    });

    test('a mark that is tapped tells of its station, 详情 opens it, Back comes back to it', async () => {
      const page = await open('/map?scene=light&open=0#v=113.66010,34.75020,15');
      await tapStation(page, SUSPENDED.point);
      await page.getByRole('heading', { level: 2, name: SUSPENDED.name }).waitFor();
      expect(new URL(page.url()).hash).toContain(`s=${SUSPENDED.code}`);
      await page.getByRole('link', { name: '详情' }).click();
      await page.getByRole('heading', { level: 1, name: SUSPENDED.name }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { level: 2, name: SUSPENDED.name }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/map');
      await page.goBack();
      await page.getByRole('heading', { level: 2, name: DEHUA.name }).waitFor();
      await page.context().close();
    });

    test('a bubble that is tapped opens: the map looks closer there', async () => {
      // The chosen one stands beside the bubble: it is drawn by itself.
      const far = STATIONS.find(({ name }) => name.startsWith('北下街'));
      const page = await open(`/map?scene=light&open=0#v=113.66010,34.75020,10&s=${far?.code}`);
      await tapStation(page, DEHUA.point);
      await page.waitForFunction(() => Number(/v=[^,]+,[^,]+,([\d.]+)/.exec(location.hash)?.[1]) > 10);
      await page.context().close();
    });

    describe('what a hand does while the page moves the map by itself', () => {
      const MOVING = { ...PHONE, reducedMotion: 'no-preference' } as const;
      /** What the address says the map looks at, once it does at that zoom. */
      const looksAt = (page: Page, zoom: number) =>
        page.waitForFunction((wanted) => location.hash.split('&')[0]?.endsWith(`,${wanted}`), zoom);

      test('a tap on 放大 right after the map was led elsewhere is not lost', async () => {
        const page = await open('/map?scene=light&open=0#v=113.66010,34.75020,15', MOVING);
        await page.evaluate(async () => {
          history.replaceState(history.state, '', '#v=113.66010,34.75020,13');
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
          document.querySelector<HTMLElement>('button[aria-label=放大]')?.click();
        });
        await looksAt(page, 14);
        await page.context().close();
      });

      test('what the page would show meanwhile does not undo a zoom, and the address has it', async () => {
        const page = await open('/map?scene=light&open=0#v=113.66010,34.75020,15', MOVING);
        await page.evaluate(async () => {
          document.querySelector<HTMLElement>('button[aria-label=放大]')?.click();
          while (document.querySelector('.leaflet-zoom-anim') === null) await new Promise(requestAnimationFrame);
          history.replaceState(history.state, '', '#v=113.68000,34.76000,15');
        });
        await looksAt(page, 16);
        await page.context().close();
      });

      test('a hand that moves on from what was chosen is followed by the address', async () => {
        const page = await open('/map?scene=light&open=0', MOVING);
        await page.getByRole('button', { name: '视野里的站点' }).click();
        await page.getByRole('link', { name: /^二马路暖心驿站/ }).click();
        await looksAt(page, 15);
        await page.getByRole('button', { name: '缩小' }).click();
        await looksAt(page, 14);
        await page.context().close();
      });
    });

    test('the keyboard finds, chooses and leaves a station without the map', async () => {
      const page = await open('/map?scene=light&open=0');
      const more = page.getByRole('button', { name: '视野里的站点' });
      await more.focus();
      await page.keyboard.press('Enter');
      const link = page.getByRole('link', { name: /^二马路暖心驿站，.*暂停开放/ });
      await link.focus();
      await page.keyboard.press('Enter');
      const heading = page.getByRole('heading', { level: 2, name: SUSPENDED.name });
      await heading.waitFor();
      expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { level: 2, name: DEHUA.name }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('map-answer');
      await page.context().close();
    });

    test('the list in the sheet is the map in words: every station in view, nearest first', async () => {
      const page = await open('/map?scene=light&open=0#v=113.66010,34.75020,14');
      await page.getByRole('button', { name: '视野里的站点' }).click();
      const codes = await page
        .locator('#map-answer ul a')
        .evaluateAll((all) => all.map((one) => /s=(\d{15})/.exec(one.getAttribute('href') ?? '')?.[1]));
      expect(codes.length).toBeGreaterThan(6);
      expect(codes.slice(0, 3)).toEqual([SUSPENDED.code, DEHUA.code, STATIONS[1]?.code]);
      await page.context().close();
    });

    test('filters on the map are the filters of the list, and go along to it', async () => {
      const page = await open('/map?scene=light');
      await page.getByRole('button', { name: '厕所', pressed: false }).click();
      expect(new URL(page.url()).searchParams.get('want')).toBe('toilet');
      await page.getByRole('button', { name: '视野里的站点' }).click();
      await page.getByRole('button', { name: '更多' }).click();
      await page.getByRole('dialog', { name: '只看有这些的' }).getByRole('button', { name: '24小时' }).click();
      await page.keyboard.press('Escape');
      await expect
        .poll(() => page.locator('#map-answer ul a').allTextContents())
        .toEqual([expect.stringContaining('大同路环卫休息点')]);
      await page.getByRole('link', { name: '附近' }).click();
      expect(new URL(page.url()).pathname).toBe('/');
      expect(new URL(page.url()).search).toBe('?want=toilet&day=1');
      await page.context().close();
    });

    test('where the map looked is where it looks again after a reload, and 在这里找站点 takes the place to the list', async () => {
      const page = await open('/map?scene=light#v=113.70000,34.80000,14');
      await page.reload();
      const here = page.getByRole('link', { name: '在这里找站点' });
      await here.waitFor();
      expect(new URL(page.url()).hash).toContain('v=113.70000,34.80000,14');
      // The middle of what the sheet and the filters leave of the map, not of what lies under them.
      const up = (await middleSeen(page)).above * degreesOfLatitude(34.8, 14);
      await here.click();
      expect(new URL(page.url()).pathname).toBe('/');
      const [lng = 0, lat = 0] = (/p=(.+)/.exec(new URL(page.url()).hash)?.[1] ?? '').split(',').map(Number);
      expect(lng).toBe(113.7);
      expect(Math.abs(lat - 34.8 - up)).toBeLessThan(2e-4);
      await page.context().close();
    });

    test('at first I am seen between filters and sheet, and what is chosen comes into the middle there', async () => {
      const page = await open('/map?scene=light&open=0');
      await page.getByRole('heading', { level: 2, name: DEHUA.name }).waitFor();
      const me = await page.locator('.leaflet-marker-icon').boundingBox();
      const { top, bottom } = await middleSeen(page);
      const y = (me?.y ?? 0) + (me?.height ?? 0) / 2;
      expect(y).toBeGreaterThan(top);
      expect(y).toBeLessThan(bottom);
      expect(new URL(page.url()).hash).toBe('');
      await page.getByRole('button', { name: '视野里的站点' }).click();
      await page.getByRole('link', { name: /^二马路暖心驿站/ }).click();
      await page.waitForFunction(() => /v=.*s=/.test(location.hash));
      const [lng = 0, lat = 0, zoom = 0] = (/v=([^&]+)/.exec(page.url())?.[1] ?? '').split(',').map(Number);
      const { above } = await middleSeen(page);
      expect(Math.abs(lng - SUSPENDED.point.lng)).toBeLessThan(2e-5);
      expect(Math.abs(lat + above * degreesOfLatitude(lat, zoom) - SUSPENDED.point.lat)).toBeLessThan(1e-4);
      await page.context().close();
    });

    test('large letters on a small screen leave two fifths of it to the map', async () => {
      const page = await open('/map?scene=light', { ...PHONE, viewport: { width: 320, height: 640 } });
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      await page.getByRole('button', { name: '看看' }).waitFor();
      const { top, bottom } = await middleSeen(page);
      expect((bottom - top) / 640).toBeGreaterThanOrEqual(0.4);
      expect(await smallTargets(page)).toEqual([]);
      await page.getByRole('button', { name: '看看' }).click();
      await page.getByRole('link', { name: '带我去' }).waitFor();
      await page.context().close();
    });

    test('without data and without a net the ground is there, and what to do is said', async () => {
      const context = await gallery.browser.newContext(PHONE);
      const page = await context.newPage();
      await page.goto(new URL('/map?scene=empty', gallery.url).href);
      await page.locator('.leaflet-container').waitFor();
      await page.getByRole('heading', { name: '手机里还没有数据' }).waitFor();
      await context.close();
    });

    test('a row the keyboard stands on is ringed on the desk’s map', async () => {
      const page = await open('/?scene=light&open=0', DESK);
      await page.getByRole('list', { name: '图例' }).waitFor();
      const before = await pictureOf(page);
      await page
        .getByRole('link', { name: /^兴隆街暖心驿站/ })
        .first()
        .focus();
      await page.waitForFunction((old) => {
        const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-stations-pane canvas');
        return canvas !== null && canvas.toDataURL() !== old;
      }, before);
      await page.context().close();
    });
  },
);

function pictureOf(page: Page): Promise<string> {
  return page.locator('.leaflet-stations-pane canvas').evaluate((one) => (one as HTMLCanvasElement).toDataURL());
}

/** Taps where a place lies: by the view the address asks for, else around the person at the first zoom. */
async function tapStation(page: Page, { lng, lat }: { readonly lng: number; readonly lat: number }): Promise<void> {
  const box = await page.locator('.leaflet-container').boundingBox();
  if (box === null) throw new Error('there is no map');
  const asked = /v=([\d.]+),([\d.]+),([\d.]+)/.exec(page.url())?.slice(1).map(Number) ?? [];
  const [cx = 113.6601, cy = 34.7502, zoom = 15] = asked;
  const scale = 256 * 2 ** zoom;
  const mercator = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI);
  const dx = ((lng - cx) / 360) * scale;
  const dy = (mercator(cy) - mercator(lat)) * scale;
  await page.mouse.click(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy);
}

/** Between the filters and the sheet; `above`: pixels their middle lies above the middle of the map. */
async function middleSeen(page: Page): Promise<{ top: number; bottom: number; above: number }> {
  const ground = await page.locator('.leaflet-container').boundingBox();
  const head = await page.getByRole('group', { name: '只看有这些的' }).boundingBox();
  const sheet = await page.locator('#map-answer').boundingBox();
  if (ground === null || head === null || sheet === null) throw new Error('there is no map');
  // The filters keep 8 px of air below.
  const top = head.y + head.height + 8;
  return { top, bottom: sheet.y, above: ground.y + ground.height / 2 - (top + sheet.y) / 2 };
}

function degreesOfLatitude(lat: number, zoom: number): number {
  return (360 / (256 * 2 ** zoom)) * Math.cos((lat * Math.PI) / 180);
}

async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await axeOn(page).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a[href]')]
      .filter((one) => !one.getAttribute('href')?.startsWith('#'))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (Math.round(box.height) < 48 || Math.round(box.width) < 48))
      .map(({ one, box }) => `${one.textContent} ${Math.round(box.width)}×${Math.round(box.height)}`),
  );
}
