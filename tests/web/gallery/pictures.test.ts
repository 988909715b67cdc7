import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../fixtures/make/chromium.ts';
import { openGallery } from './serve.ts';
import { DEHUA } from './world.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const PUBLIC = resolve(ROOT, 'web/public');
/** `PICTURES=1 npx vitest run tests/web/gallery/pictures.test.ts` makes them anew out of the app itself. */
const isMaking = process.env.PICTURES === '1' && hasChromium;

type Shot = { readonly name: string; readonly path: string; readonly size: readonly [number, number] };
const PHONE = [360, 740] as const;
const SHOTS: readonly Shot[] = [
  { name: 'near', path: '/?scene=light', size: PHONE },
  { name: 'station', path: `/s/${DEHUA.code}?scene=light`, size: PHONE },
  { name: 'elder', path: '/?scene=elder', size: PHONE },
  { name: 'night', path: '/?scene=dark', size: PHONE },
  { name: 'desk', path: '/?scene=light', size: [1280, 800] },
];
/** Shortcut → the symbol of our own sprite it wears. */
const SHORTCUTS = ['water', 'toilet', 'h24'];
const PINE = '#0a4f43';

type Manifest = {
  readonly icons: readonly Picture[];
  readonly screenshots: readonly (Picture & { readonly form_factor: string; readonly label: string })[];
  readonly shortcuts: readonly { readonly url: string; readonly icons: readonly Picture[] }[];
  readonly share_target: { readonly action: string; readonly method: string };
};
type Picture = { readonly src: string; readonly sizes: string; readonly type: string; readonly purpose?: string };
const manifest: Manifest = JSON.parse(readFileSync(resolve(PUBLIC, 'manifest.webmanifest'), 'utf8'));

describe.skipIf(!isMaking)(`the pictures of the app${isMaking ? '' : ' (made only on PICTURES=1)'}`, () => {
  test('are taken of the real pages', async () => {
    const gallery = await openGallery();
    mkdirSync(resolve(PUBLIC, 'screens'), { recursive: true });
    for (const { name, path, size } of SHOTS) {
      const [width, height] = size;
      const options: BrowserContextOptions = {
        viewport: { width, height },
        deviceScaleFactor: width > 700 ? 1 : 2,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
      };
      const context = await gallery.browser.newContext(options);
      const page = await context.newPage();
      await page.goto(new URL(path, gallery.url).href);
      await page.getByText(DEHUA.name).first().waitFor();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const png = await page.screenshot();
      await sharp(png)
        .webp({ quality: 60, effort: 6 })
        .toFile(resolve(PUBLIC, `screens/${name}.webp`));
      if (name === 'near') {
        const small = sharp(png).png({ palette: true, effort: 10 });
        await small.toFile(resolve(ROOT, '.github/nearest.png'));
      }
      await context.close();
    }
    await gallery.close();
  }, 120_000);

  test('and the icons drawn out of our own symbols', async () => {
    const icon = readFileSync(resolve(PUBLIC, 'icon.svg'));
    const small = { palette: true, effort: 10, colours: 64 } as const;
    for (const size of [192, 512])
      await sharp(icon)
        .resize(size)
        .png(small)
        .toFile(resolve(PUBLIC, `icon-${size}.png`));
    // Systems cut a shape out of it: pine to the edge, the gate within the inner four fifths.
    const inner = icon
      .toString()
      .replace(/ rx="\d+"/, '')
      .replace('viewBox="0 0 512 512"', 'viewBox="-51 -51 614 614"');
    const bleed = Buffer.from(
      inner.replace('<rect width="512" height="512"', '<rect x="-51" y="-51" width="614" height="614"'),
    );
    for (const size of [192, 512]) {
      await sharp(bleed)
        .resize(size)
        .png(small)
        .toFile(resolve(PUBLIC, `icon-maskable-${size}.png`));
    }
    // An iPhone rounds the corners itself and cuts no more.
    const square = Buffer.from(icon.toString().replace(/ rx="\d+"/, ''));
    await sharp(square).resize(180).flatten({ background: PINE }).png(small).toFile(resolve(PUBLIC, 'icon-180.png'));
    const sprite = readFileSync(resolve(ROOT, 'web/ui/icons/icons.svg'), 'utf8');
    for (const id of SHORTCUTS) {
      const symbol = new RegExp(`<symbol id="${id}" viewBox="0 0 24 24">(.*?)</symbol>`, 's').exec(sprite)?.[1] ?? '';
      expect(symbol, id).not.toBe('');
      const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="96" height="96" color="#fff">
        <rect width="24" height="24" rx="12" fill="${PINE}"/><g transform="translate(4.8 4.8) scale(.6)">${symbol}</g></svg>`;
      await sharp(Buffer.from(drawn))
        .png(small)
        .toFile(resolve(PUBLIC, `shortcut-${id}.png`));
    }
  });
});

describe('the manifest', () => {
  const pictures = [
    ...manifest.icons,
    ...manifest.screenshots,
    ...manifest.shortcuts.flatMap(({ icons }) => icons),
  ].filter(({ sizes }) => sizes !== 'any');

  test.each(pictures.map((one) => [one.src, one] as const))('%s is there, as large as it says', async (src, one) => {
    const path = resolve(PUBLIC, `.${src}`);
    expect(existsSync(path)).toBe(true);
    const { width, height, format } = await sharp(path).metadata();
    expect([`${width}x${height}`, `image/${format}`]).toEqual([one.sizes, one.type]);
  });

  test('has an icon of each size for systems that cut a shape out and for those that do not', () => {
    for (const purpose of ['any', 'maskable']) {
      const sizes = manifest.icons.filter((one) => one.purpose === purpose).map(({ sizes }) => sizes);
      expect(sizes, purpose).toEqual(expect.arrayContaining(['192x192', '512x512']));
    }
  });

  test('shows the app on a phone and on a desk, says what is shown, and that the data are examples', () => {
    const factors = manifest.screenshots.map(({ form_factor }) => form_factor);
    expect(new Set(factors)).toEqual(new Set(['narrow', 'wide']));
    for (const { label } of manifest.screenshots) expect(label).toContain('示例数据');
  });

  test('leads to water, toilets and doors that never close, and takes what another app shares', () => {
    expect(manifest.shortcuts.map(({ url }) => url)).toEqual(['/?want=water', '/?want=toilet', '/?day=1']);
    expect(manifest.share_target).toMatchObject({ action: '/share', method: 'GET' });
  });
});
