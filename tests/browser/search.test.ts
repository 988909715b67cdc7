import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openList, openStage, type Stage, said } from './stage.ts';

/** Each story opens the app several times over. */
let stage: Stage;
let code = '';
beforeAll(async () => {
  stage = await openStage();
  const phone = await stage.phone();
  const page = await openSearch(phone);
  await box(page).fill('德化街');
  const href = await page.getByRole('option', { name: /测试德化街驿站/ }).getAttribute('href');
  code = href?.slice(3) ?? '';
  expect(code).toMatch(/^\d{15}$/);
  await phone.close();
});
afterAll(() => stage.close());

const box = (page: Page) => page.getByRole('combobox');

async function openSearch(phone: BrowserContext): Promise<Page> {
  const page = await openList(phone, stage.origin);
  await page.getByRole('link', { name: '搜索' }).first().click();
  await box(page).waitFor();
  return page;
}

describe('the box', () => {
  test('finds by initials, marks what it found, and is worked by the keyboard alone', async () => {
    const phone = await stage.phone({ isMobile: false });
    const page = await openSearch(phone);
    await box(page).fill('dhj');
    await said(page, '“dhj” 找到 1 个驿站');
    expect(await page.locator('mark').first().textContent()).toBe('德化街');
    await page.keyboard.press('ArrowDown');
    const active = page.locator('[aria-selected=true]');
    expect(await box(page).getAttribute('aria-activedescendant')).toBe(await active.getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/s/${code}`);
    await page.goBack();
    await said(page, '“dhj” 找到 1 个驿站');
    expect(await box(page).inputValue()).toBe('dhj');
    await phone.close();
  });

  test('takes a road as a place to list from; neither the words nor the place reach the server', async () => {
    const phone = await stage.phone();
    const page = await openSearch(phone);
    stage.door.asked.length = 0;
    await box(page).fill('大同路');
    await page.getByRole('option', { name: /^大同路.*二七区，1 个驿站，在这里找驿站/ }).click();
    await said(page, '按选的地方算远近');
    expect(new URL(page.url()).hash).toMatch(/^#p=113\.67\d+,34\.75\d+$/);
    await page.reload();
    await said(page, '按选的地方算远近');
    const asked = stage.door.asked.map(({ path }) => decodeURIComponent(path)).join('\n');
    expect(asked).not.toMatch(/大同路|113\.|34\.7/);
    await phone.close();
  });

  test('takes a code said aloud, and tells a mistyped one from an unknown one', async () => {
    const phone = await stage.phone();
    const page = await openSearch(phone);
    await box(page).fill([...code].map((digit) => '洞幺两三四五六七八九'[Number(digit)]).join(' '));
    await page.getByRole('option', { name: /测试德化街驿站/ }).waitFor();
    await box(page).press('Enter');
    await page.waitForURL(`**/s/${code}`);
    await page.goBack();
    const swapped = `${code.slice(0, 13)}${code.slice(14)}${code.slice(13, 14)}`;
    await box(page).fill(swapped);
    await said(page, '多半抄错了一位');
    await page.getByRole('option', { name: /测试德化街驿站/ }).waitFor();
    await phone.close();
  });

  test('takes a map link, pasted or shared', async () => {
    const phone = await stage.phone();
    const page = await openSearch(phone);
    await box(page).fill('https://uri.amap.com/marker?position=113.671,34.757&name=%E8%B7%AF%E5%8F%A3');
    await page.getByRole('option', { name: /^路口/ }).click();
    await said(page, '按选的地方算远近');
    const text = encodeURIComponent('二七塔 https://surl.amap.com/x1');
    await page.goto(`${stage.origin}/share?text=${text}`);
    await said(page, '这是短链接');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/search');
    await page.getByRole('button', { name: '搜“二七塔”' }).click();
    await expect.poll(() => box(page).inputValue()).toBe('二七塔');
    await phone.close();
  });

  test('remembers what led somewhere, until it is told to forget', async () => {
    const phone = await stage.phone();
    const page = await openSearch(phone);
    for (const typed of ['德化', '大同']) {
      await box(page).fill(typed);
      await page.getByRole('option').first().click();
      await page.goBack();
      await page.getByRole('button', { name: '清空' }).click();
    }
    const recent = page.getByRole('region', { name: '最近搜过的' });
    expect(await recent.getByRole('listitem').allInnerTexts()).toEqual(['大同', '德化']);
    await page.waitForURL(`${stage.origin}/search`);
    await page.reload();
    await recent.getByRole('button', { name: '清掉“大同”' }).click();
    await recent.getByRole('button', { name: '德化', exact: true }).click();
    await expect.poll(() => box(page).inputValue()).toBe('德化');
    await page.getByRole('button', { name: '清空' }).click();
    await recent.getByRole('button', { name: '全部清掉' }).click();
    await recent.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => localStorage.getItem('recent'))).toBeNull();
    await phone.close();
  });

  test('remembers nothing where nothing is kept', async () => {
    const phone = await stage.phone();
    await phone.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const page = await openSearch(phone);
    await box(page).fill('德化');
    await page.getByRole('option').first().click();
    await page.goBack();
    await page.getByRole('button', { name: '清空' }).click();
    await said(page, '这样也能搜');
    expect(await page.getByText('最近搜过').count()).toBe(0);
    await phone.close();
  });
});

describe('the camera', () => {
  test('opens the station of the plaque it reads, says what else it read, and is let go', async () => {
    const phone = await scanning('yes');
    const page = await openSearch(phone);
    await page.getByRole('button', { name: '扫牌' }).click();
    await said(page, '对准站牌上的二维码');
    expect(await faults(page)).toEqual([]);
    await page.evaluate(() => Reflect.set(window, 'shown', 'https://u.wechat.com/abc'));
    await said(page, '这不是驿站的站牌。读到的是 https://u.wechat.com/abc');
    await page.getByRole('button', { name: '开灯' }).click();
    await page.getByRole('button', { name: '关灯', pressed: true }).waitFor();
    await page.evaluate((text) => Reflect.set(window, 'shown', text), `https://plaques.example/s/${code}?k=abc`);
    await page.waitForURL(`**/s/${code}?k=abc`);
    await letGo(page);
    await phone.close();
  });

  test('stops while the page is hidden and goes on when told to', async () => {
    const phone = await scanning('yes');
    const page = await openSearch(phone);
    await page.getByRole('button', { name: '扫牌' }).click();
    await said(page, '对准站牌上的二维码');
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await said(page, '相机停了');
    await letGo(page);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    });
    await page.getByRole('button', { name: '接着扫' }).click();
    await page.getByText('相机停了').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await letGo(page);
    await phone.close();
  });

  test.each([
    ['NotAllowedError', '没有相机权限'],
    ['NotFoundError', '没找到相机'],
    ['NotReadableError', '相机正被别的软件用着'],
  ])('%s is said in words, and a photo still helps', async (fault, words) => {
    const phone = await scanning(fault);
    const page = await openSearch(phone);
    await page.getByRole('button', { name: '扫牌' }).click();
    await said(page, words);
    await page.evaluate((text) => Reflect.set(window, 'shown', text), code);
    const photo = { name: 'plaque.png', mimeType: 'image/png', buffer: PIXEL };
    await page.getByLabel('从照片里读').setInputFiles(photo);
    await page.waitForURL(`**/s/${code}`);
    await phone.close();
  });

  test('is not offered where the browser reads no codes: the code is to be typed', async () => {
    const phone = await stage.phone();
    await phone.addInitScript(() => Reflect.deleteProperty(window, 'BarcodeDetector'));
    const page = await openSearch(phone);
    await said(page, '这个浏览器不能扫码');
    expect(await page.getByRole('button', { name: '扫牌' }).count()).toBe(0);
    await phone.close();
  });
});

describe('everybody can use it', () => {
  test.each([
    ['results', '/search#q=驿站', /找到 \d+ 个驿站/],
    ['a note', '/search#q=410103900000112', /抄错了一位/],
    ['nothing typed', '/search', /这样也能搜/],
  ])('%s: no fault, 320 px, 200 %% text', async (_, path, words) => {
    const phone = await stage.phone({ isMobile: false });
    const page = await openList(phone, stage.origin);
    await page.goto(stage.origin + path);
    await said(page, words);
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await phone.close();
  });
});

/** Waits until no picture of the camera runs any more. */
async function letGo(page: Page): Promise<void> {
  await page.waitForFunction(() => Reflect.get(window, 'live')() === 0);
}

/** A picture of one point. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function faults(page: Page): Promise<readonly string[]> {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** A phone whose camera shows a canvas, and whose detector reads what the test writes into `shown`. */
async function scanning(answer: string): Promise<BrowserContext> {
  const phone = await stage.phone();
  await phone.addInitScript((camera: string) => {
    const tracks: MediaStreamTrack[] = [];
    Reflect.set(window, 'live', () => tracks.filter((track) => track.readyState === 'live').length);
    class Detector {
      static getSupportedFormats = async () => ['qr_code'];
      detect = async () => {
        const shown: unknown = Reflect.get(window, 'shown');
        return typeof shown === 'string' ? [{ rawValue: shown }] : [];
      };
    }
    Reflect.set(window, 'BarcodeDetector', Detector);
    navigator.mediaDevices.getUserMedia = async () => {
      if (camera !== 'yes') throw new DOMException('no', camera);
      const canvas = document.createElement('canvas');
      canvas.getContext('2d')?.fillRect(0, 0, 9, 9);
      const stream = canvas.captureStream(5);
      for (const track of stream.getVideoTracks()) {
        tracks.push(track);
        Reflect.set(track, 'getCapabilities', () => ({ torch: true }));
        Reflect.set(track, 'applyConstraints', async () => undefined);
      }
      return stream;
    };
  }, answer);
  return phone;
}
