import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeOn } from '../../fixtures/make/axe.ts';
import { hasChromium } from '../../fixtures/make/chromium.ts';
import { type Gallery, openGallery } from './serve.ts';

describe.skipIf(!hasChromium)(`the data on the phone${hasChromium ? '' : ' (chromium absent)'}`, () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(() => gallery?.close());

  async function open(scene: string): Promise<Page> {
    const context = await gallery.browser.newContext({
      viewport: { width: 360, height: 740 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(new URL(`/offline?scene=${scene}`, gallery.url).href);
    await page.getByRole('heading', { level: 1, name: '离线也能用' }).waitFor();
    return page;
  }

  /** Tabs until the control of this name has the focus. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let stops = 0; stops < 40; stops++) {
      await page.keyboard.press('Tab');
      const said = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      );
      if (said === name) return;
    }
    throw new Error(`the keyboard never comes to ${name}`);
  }

  const faults = async (page: Page) => (await axeOn(page).analyze()).violations.map(({ id }) => id);

  test('each city says what it holds, how old it is and how far it has come', async () => {
    const page = await open('stocked');
    const rows = page.getByRole('listitem');
    expect(await rows.filter({ hasText: '郑州市' }).textContent()).toContain('1,286 个·25 KB·今天更新');
    expect(await rows.filter({ hasText: '开封市' }).textContent()).toContain('12 天前更新 该更新了');
    expect(await rows.filter({ hasText: '洛阳市' }).textContent()).toContain('正在下载 11 / 18 KB');
    const bar = page.getByRole('progressbar', { name: '洛阳市下载了多少' });
    expect(await bar.evaluate((one) => [Reflect.get(one, 'value'), Reflect.get(one, 'max')])).toEqual([11_200, 18_200]);
    expect(await rows.filter({ hasText: '新乡市' }).textContent()).toContain('排队下载');
    await page.context().close();
  });

  test('the keyboard alone adds a city by pinyin, sees its size first, and comes back to where it was', async () => {
    const page = await open('light');
    await tabTo(page, '再存一个城市');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '存哪个城市' });
    await dialog.waitFor();
    expect(await faults(page)).toEqual([]);
    await tabTo(page, '城市、区县名字或拼音');
    await page.keyboard.type('luoyang');
    const city = dialog.getByRole('button', { name: /^洛阳市/ });
    expect(await city.textContent()).toBe('洛阳市907 个驿站，下载 18 KB');
    await page.keyboard.press('Tab');
    await expect.poll(() => city.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator(':focus').textContent()).toBe('再存一个城市');
    await page.context().close();
  });

  test('a county typed finds the city that holds it, and a province its cities', async () => {
    const page = await open('light');
    await page.getByRole('button', { name: '再存一个城市' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('老城');
    await expect.poll(() => dialog.getByRole('listitem').allTextContents()).toEqual(['洛阳市907 个驿站，下载 18 KB']);
    await dialog.getByRole('searchbox').fill('');
    await dialog.getByRole('button', { name: '河南' }).click();
    await expect
      .poll(() => dialog.getByRole('listitem').allTextContents())
      .toEqual([
        '郑州市存好了',
        '开封市412 个驿站，下载 9 KB',
        '新乡市下载时才知道大小',
        '洛阳市907 个驿站，下载 18 KB',
      ]);
    await page.context().close();
  });

  test('deleting asks first, says what will not work, and leaves the focus on the list', async () => {
    const page = await open('stocked');
    await tabTo(page, '删除郑州市');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '删除郑州市' });
    await dialog.getByText('没有网时，找不到郑州市的驿站').waitFor();
    await dialog.getByText('你现在就在郑州市').waitFor();
    expect(await faults(page)).toEqual([]);
    await tabTo(page, '删除');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator(':focus').textContent()).toContain('手机里的城市');
    await page.context().close();
  });

  test('a browser that keeps nothing is told with what works and the way out', async () => {
    const page = await open('private');
    await page.getByRole('heading', { name: '这里有些存不住' }).waitFor();
    await page.getByText('用普通窗口（不是无痕）打开一次，就能存住。').waitFor();
    await page.context().close();
  });

  test('what the browser cleared is said', async () => {
    const page = await open('cleared');
    await page.getByText('手机把郑州市的数据清掉了，有网时重新下载。').waitFor();
    await page.context().close();
  });
});
