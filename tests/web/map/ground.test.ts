import gcoord from 'gcoord';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TileProvider } from '../../../shared/wire/tiles.ts';
import { axeOn } from '../../fixtures/make/axe.ts';
import { hasChromium } from '../../fixtures/make/chromium.ts';
import { type Gallery, openGallery } from '../gallery/serve.ts';
import { openTileHost, providerOf, type TileHost } from './tile-host.ts';

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  locale: 'zh-CN',
  reducedMotion: 'reduce',
};
const ZHENGZHOU = '113.6601,34.7502';

describe.skipIf(!hasChromium)(`the map's ground in a browser${hasChromium ? '' : ' (chromium absent)'}`, () => {
  let gallery: Gallery;
  let host: TileHost;
  beforeAll(async () => {
    [gallery, host] = await Promise.all([openGallery('ground.html'), openTileHost()]);
  }, 120_000);
  afterAll(async () => {
    await gallery?.close();
    await host?.close();
  });

  type Asked = Readonly<Record<string, string>>;
  async function open(asked: Asked, options: BrowserContextOptions = PHONE): Promise<Page> {
    const context = await gallery.browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(new URL(`/ground.html?${new URLSearchParams(asked)}`, gallery.url).href);
    await page.locator('[role=application]').waitFor();
    return page;
  }
  const offering = (provider: TileProvider, on = true): Asked => ({
    tiles: JSON.stringify([provider]),
    ...(on && { on: provider.id }),
  });
  /** The names on the base, once so many are there. */
  const named = (page: Page, name: string) => page.locator(`[role=application][aria-label*="${name}"]`).waitFor();
  const chip = (page: Page, text: string) => page.getByText(text, { exact: false }).first().waitFor();

  describe('points and tiles', () => {
    /** Which pixel of the whole world a pixel of the screen shows, read from the painted tiles. */
    async function worldPixelAt(page: Page, pixel: { x: number; y: number }, expected: Pixel): Promise<Pixel> {
      const shot = await page.screenshot();
      const { data, info } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const at = (Math.floor(pixel.y) * info.width + Math.floor(pixel.x)) * 3;
      const [column = 0, row = 0, tile = 0] = [data[at], data[at + 1], data[at + 2]];
      const near = (low: number, world: number) => world + wrapped(low - (Math.floor(world / 256) % 16)) * 256;
      const x = near(tile >> 4, expected.x);
      const y = near(tile & 15, expected.y);
      return { x: Math.floor(x / 256) * 256 + column, y: Math.floor(y / 256) * 256 + row };
    }

    test.each(
      (['gcj02', 'wgs84'] as const).flatMap((crs) =>
        [
          [113.6601, 34.7502, 18],
          [113.6601, 34.7502, 12],
          [87.6168, 43.8256, 17],
          [110.3492, 20.0174, 15],
        ].map(([lng = 0, lat = 0, zoom = 0]) => [crs, lng, lat, zoom] as const),
      ),
    )('agree to a metre, or a pixel where that is more: %s tiles, %d,%d at zoom %d', async (...asked) => {
      const [crs, lng, lat, zoom] = asked;
      // Off the middle, so that the whole plane is tried and not the one point the map was told.
      const place = [lng + 60 * degreesPerPixel(zoom), lat + 50 * degreesPerPixel(zoom)] as const;
      const page = await open({
        ...offering(providerOf(host.url, { crs })),
        v: `${lng},${lat},${zoom}`,
        at: place.join(','),
        me: 'none',
      });
      await page.locator(`body[data-plane=${crs}]`).waitFor({ state: 'attached' });
      await page.waitForFunction(() => {
        const tiles = [...document.querySelectorAll('img.leaflet-tile')];
        return tiles.length > 3 && tiles.every((tile) => tile.classList.contains('leaflet-tile-loaded'));
      });
      const [x = 0, y = 0] = ((await page.locator('body').getAttribute('data-pixel')) ?? '').split(',').map(Number);
      const onTiles = crs === 'wgs84' ? gcjToWgs(place) : place;
      const expected = worldPixel(onTiles, zoom);
      const seen = await worldPixelAt(page, { x, y }, expected);
      const pixels = Math.hypot(seen.x + 0.5 - expected.x, seen.y + 0.5 - expected.y);
      const metres = pixels * metresPerPixel(lat, zoom);
      expect(Math.min(metres, pixels), `${metres.toFixed(2)} m, ${pixels.toFixed(2)} px`).toBeLessThanOrEqual(1);
      await page.context().close();
    });

    test('so does the mark of my position', async () => {
      const page = await open({
        ...offering(providerOf(host.url, { crs: 'wgs84' })),
        v: `${ZHENGZHOU},18`,
        me: '113.6603,34.7504,5',
        at: '113.6603,34.7504',
      });
      await page.locator('body[data-plane=wgs84]').waitFor({ state: 'attached' });
      const box = await page.locator('.leaflet-marker-icon').boundingBox();
      const [x = 0, y = 0] = ((await page.locator('body').getAttribute('data-pixel')) ?? '').split(',').map(Number);
      expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - x)).toBeLessThanOrEqual(1);
      expect(Math.abs((box?.y ?? 0) + (box?.height ?? 0) / 2 - y)).toBeLessThanOrEqual(1);
      await page.context().close();
    });
  });

  test('no foreign host is asked before the person said so, who is told who will see what', async () => {
    const page = await open({ ...offering(providerOf(host.url), false), v: `${ZHENGZHOU},15` });
    const foreign: string[] = [];
    page.on('request', (request) => foreign.push(new URL(request.url()).origin));
    const before = host.asked.length;
    await named(page, '二七区');
    await page.locator('[role=application]').press('ArrowRight');
    await page.getByRole('button', { name: '放大' }).click();
    expect(host.asked.length).toBe(before);
    expect(foreign.filter((origin) => origin !== new URL(gallery.url).origin)).toEqual([]);
    await page.getByRole('button', { name: /内置底图/ }).click();
    const dialog = page.getByRole('dialog', { name: '底图' });
    expect(await dialog.textContent()).toContain(`${new URL(host.url).host} 会看到你在看哪一片地方`);
    const { violations } = await axeOn(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await dialog.getByRole('button', { name: '知道了，用街道图' }).click();
    await page.locator('img.leaflet-tile-loaded').first().waitFor();
    expect(host.asked.length).toBeGreaterThan(before);
    await page.context().close();
  });

  test('source and review number stand on the map whenever tiles do, and nobody else is named', async () => {
    const page = await open({ ...offering(providerOf(host.url)), v: `${ZHENGZHOU},15`, cover: '300' });
    await page.locator('img.leaflet-tile-loaded').first().waitFor();
    const line = page.getByText('测试图源 · 审图号：测S（2026）1号');
    const box = await line.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(440);
    expect(await page.locator('.leaflet-container').textContent()).not.toContain('Leaflet');
    await page.getByRole('button', { name: /街道图/ }).click();
    await page.getByRole('button', { name: '用内置底图' }).click();
    await chip(page, '内置底图，不用网');
    expect(await line.count()).toBe(0);
    expect(await page.locator('img.leaflet-tile').count()).toBe(0);
    await page.context().close();
  });

  test('a host that is down leaves the builtin base in sight and says so; when it is back so are its tiles', async () => {
    host.isDown = true;
    const page = await open({ ...offering(providerOf(host.url)), v: `${ZHENGZHOU},15`, me: 'none' });
    await chip(page, '底图没连上，先用内置的');
    await named(page, '二七区');
    expect(await page.locator('img.leaflet-tile-loaded').count()).toBe(0);
    const colours = await coloursOf(page);
    expect(colours).toContain('#f3ecdd');
    host.isDown = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.locator('img.leaflet-tile-loaded').first().waitFor();
    await page.getByRole('button', { name: /街道图/ }).waitFor();
    await page.context().close();
  });

  test('a worker and the page paint the same names at every zoom', { timeout: 90_000 }, async () => {
    const first = new Map([
      [4, '河南'],
      [7, '郑州'],
      [12, '二七区'],
      [15, '二七区'],
    ]);
    for (const [zoom, name] of first) {
      const labels: string[] = [];
      for (const painter of [{}, { 'page-painter': '1' }]) {
        const page = await open({ v: `${ZHENGZHOU},${zoom}`, me: 'none', ...painter });
        await named(page, name);
        labels.push((await page.locator('[role=application]').getAttribute('aria-label')) ?? '');
        expect(await page.evaluate(() => 'OffscreenCanvas' in window)).toBe(labels.length === 1);
        await page.context().close();
      }
      expect(labels[1], `zoom ${zoom}`).toBe(labels[0]);
    }
  });

  test('the keyboard pans with arrows and zooms with + and −; the buttons are 48 px; nothing is at fault', async () => {
    const page = await open({ v: `${ZHENGZHOU},15` });
    await named(page, '二七区');
    const map = page.locator('[role=application]');
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => JSON.parse(document.body.dataset.view ?? '{}').centre?.lng > 113.661);
    await page.keyboard.press('+');
    await page.waitForFunction(() => JSON.parse(document.body.dataset.view ?? '{}').zoom === 16);
    for (const name of ['放大', '缩小', '到我的位置']) {
      const box = await page.getByRole('button', { name }).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(48);
    }
    await page.getByRole('button', { name: '到我的位置' }).click();
    await page.waitForFunction(
      () => Math.abs(JSON.parse(document.body.dataset.view ?? '{}').centre.lng - 113.6601) < 1e-4,
    );
    const { violations } = await axeOn(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await page.context().close();
  });

  test('我 without a place from the phone says so to the page', async () => {
    const page = await open({ v: `${ZHENGZHOU},15`, me: 'none' });
    await page.getByRole('button', { name: '到我的位置' }).click();
    await page.locator('body[data-no-place=yes]').waitFor({ state: 'attached' });
    await page.context().close();
  });

  test('the point picker answers the place under its cross', async () => {
    const page = await open({ v: `${ZHENGZHOU},16`, pick: '1', me: 'none' });
    await page.locator('[role=application]').focus();
    await page.keyboard.press('ArrowDown');
    const picked = async () => {
      await page.getByRole('button', { name: '就是这里' }).click();
      return ((await page.locator('output').textContent()) ?? '').split(',').map(Number);
    };
    // Leaflet pans a moment later.
    await expect.poll(async () => (await picked())[1]).toBeLessThan(34.7502);
    const [lng = 0, lat = 0] = await picked();
    expect(lng).toBeCloseTo(113.6601, 4);
    expect(lat).toBeGreaterThan(34.74);
    const { violations } = await axeOn(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    await page.context().close();
  });
});

type Pixel = { readonly x: number; readonly y: number };

/** Written anew here, so that the map's own arithmetic is not its own judge. */
function worldPixel([lng, lat]: readonly [number, number], zoom: number): Pixel {
  const size = 256 * 2 ** zoom;
  const phi = (lat * Math.PI) / 180;
  const y = (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2;
  return { x: ((lng + 180) / 360) * size, y: y * size };
}

/** The fix that the published shift takes to a place, by search. */
function gcjToWgs(place: readonly [number, number]): readonly [number, number] {
  let [lng, lat] = place;
  for (let round = 0; round < 20; round++) {
    const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
    lng += place[0] - x;
    lat += place[1] - y;
  }
  return [lng, lat];
}

function degreesPerPixel(zoom: number): number {
  return 360 / (256 * 2 ** zoom);
}

function metresPerPixel(lat: number, zoom: number): number {
  return (Math.cos((lat * Math.PI) / 180) * 40_075_016.686) / (256 * 2 ** zoom);
}

/** The nearest difference of two numbers that are known modulo 16. */
function wrapped(difference: number): number {
  return ((difference + 8 + 32) % 16) - 8;
}

/** Colours of the screen's middle column. */
async function coloursOf(page: Page): Promise<readonly string[]> {
  const { data, info } = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const seen = new Set<string>();
  for (let y = 0; y < info.height; y++) {
    const at = (y * info.width + 40) * 3;
    seen.add(
      `#${[data[at], data[at + 1], data[at + 2]].map((part) => (part ?? 0).toString(16).padStart(2, '0')).join('')}`,
    );
  }
  return [...seen];
}
