import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium } from '../../fixtures/make/chromium.ts';
import { askedFor, focused, openScreen, overflow, PHONE, put, smallTargets } from './drive.ts';
import { type Gallery, openGallery } from './serve.ts';
import { DEHUA, SUSPENDED } from './world.ts';

let gallery: Gallery;
let page: Page;
const open = async (path: string, options = PHONE): Promise<Page> => {
  page = await openScreen(gallery, path, options);
  return page;
};

describe.skipIf(!hasChromium)(`everyone${hasChromium ? '' : ' (chromium absent)'}`, () => {
  beforeAll(async () => {
    gallery = await openGallery();
  }, 120_000);
  afterAll(() => gallery?.close());

  describe('大字', () => {
    test('is two taps from the first screen, remembered, and left again by 普通版', async () => {
      await open('/?scene=light');
      await page.getByRole('button', { name: '大字' }).click();
      await page.getByText('大字版').click();
      await page.getByRole('link', { name: DEHUA.name }).waitFor();
      expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe('elder');
      expect(await page.evaluate(() => Reflect.get(window, 'stage').prefs.get().size)).toBe('elder');
      await page.getByRole('button', { name: '普通版' }).click();
      await page.getByRole('group', { name: '只看有这些的' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.dataset.size)).toBe(undefined);
      await page.context().close();
    });

    test('opens from a poster, says what the poster asks for, and lets one see all', async () => {
      await open('/?scene=light&elder=1&want=toilet');
      await page.getByText('只找有厕所的').waitFor();
      await page.getByRole('button', { name: '都要看' }).click();
      await page.getByText('只找有厕所的').waitFor({ state: 'detached' });
      await page.context().close();
    });

    test('has letters of 24 px and buttons of 72 to 80 px', async () => {
      await open('/?scene=elder');
      expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('24px');
      const heights = await page
        .locator('main a, main button')
        .filter({ hasText: /^(带我去|打电话|换一个)$/ })
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
      expect(heights).toEqual([80, 72, 72]);
      expect(await smallTargets(page)).toEqual([]);
      await page.context().close();
    });

    test('goes on to the next nearest, says so once, and stays on it when the list is made again', async () => {
      await open('/?scene=elder');
      await page.getByRole('button', { name: '换一个' }).click();
      await page.getByRole('heading', { level: 2, name: '大同路环卫休息点' }).waitFor();
      await page.getByText('第 2 个').waitFor();
      await page.locator('[aria-live=polite]', { hasText: '大同路环卫休息点，650 米' }).waitFor({ state: 'attached' });
      await page.evaluate(() => {
        const { minute } = Reflect.get(window, 'stage');
        minute.put(minute.get() + 60_000);
      });
      expect(await page.getByRole('heading', { level: 2 }).textContent()).toContain('大同路环卫休息点');
      await page.context().close();
    });

    test('reads the card aloud in the words of the row, and stops on 别读了, on another card and on leaving', async () => {
      await open('/?scene=elder');
      const read = page.getByRole('button', { name: '读给我听' });
      await read.click();
      expect(await askedFor(page)).toContain(
        `say ${DEHUA.name}，240 米，开放中，开到 18:00，推门就进，免费，有喝水，有厕所，有充电，有座位，3 天前核实，示例数据`,
      );
      await page.getByRole('button', { name: '别读了' }).click();
      await read.click();
      await page.getByRole('button', { name: '换一个' }).click();
      await read.waitFor();
      await read.click();
      await page.getByRole('button', { name: '普通版' }).click();
      await expect.poll(() => page.evaluate(() => Reflect.get(window, 'stage').ports.voice.get())).toBe('silent');
      await page.context().close();
    });

    test('has no button that reads where nothing on the phone can', async () => {
      await open('/?scene=mute');
      await page.getByRole('link', { name: '带我去' }).waitFor();
      expect(await page.getByText('读给我听').count()).toBe(0);
      await page.context().close();
    });

    test('with nothing open near says when the first door opens and shows it', async () => {
      await open('/?scene=elder-night');
      await page.getByText('最早明早 8:00 开门').waitFor();
      await page.getByRole('button', { name: '看最早开门的' }).click();
      await page.getByText('明早 8:00 开门').first().waitFor();
      expect(await page.getByRole('link', { name: '带我去' }).count()).toBe(0);
      await page.getByRole('button', { name: '返回' }).click();
      await page.getByText('5 公里内没有开着的').waitFor();
      await page.context().close();
    });

    test('without a place offers the districts in its own size', async () => {
      await open('/?scene=elder-lost');
      await page.getByText('选一个区县').click();
      await page.getByLabel('区县名字或拼音').fill('erqi');
      const county = page.getByRole('dialog').getByText('二七区').first();
      expect(await county.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))).toBeGreaterThanOrEqual(
        24,
      );
      expect(await smallTargets(page)).toEqual([]);
      await county.click();
      await page.getByText('离二七中心最近').waitFor();
      await page.context().close();
    });
  });

  describe('a page that cannot be shown', () => {
    test('fails alone, says what is wrong and leads back to the list', async () => {
      await open(`/s/${DEHUA.code}?scene=poisoned`);
      await page.getByRole('heading', { name: '这一页没打开' }).waitFor();
      await page.getByText('a row that cannot be read').waitFor();
      await page.getByRole('link', { name: '回到名单' }).click();
      await page.getByRole('heading', { level: 2, name: DEHUA.name }).waitFor();
      await page.context().close();
    });

    test('when it is the list itself offers to load again and another way to find', async () => {
      await open('/?scene=poisoned-list');
      await page.getByRole('button', { name: '重新打开' }).waitFor();
      await page.getByRole('link', { name: '按站名找' }).click();
      await page.getByLabel(/^站名/).waitFor();
      await page.context().close();
    });

    test.each(['/nowhere', '/s', '/s/1/2/3', '/admin/..%2f'])('%s is no page and says so', async (path) => {
      await open(`${path}?scene=light`);
      await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
      await page.getByRole('link', { name: '看附近的驿站' }).click();
      await page.getByRole('heading', { level: 2, name: DEHUA.name }).waitFor();
      await page.context().close();
    });

    test.each(['/s/12345', '/s/%00', '/s/<script>'])('%s is called a code that is wrong', async (path) => {
      await open(`${path}?scene=light`);
      await page.getByText('编码不对').first().waitFor();
      expect(await page.getByText(DEHUA.name).count()).toBeGreaterThan(0);
      await page.context().close();
    });

    test.each([
      ['/%E0%A4%A', '没有这个页面'],
      ['/s/%E0%A4%A', '编码不对'],
    ])('an address cut in the middle of a character, %s, is shown as what it is', async (path, words) => {
      await open('/?scene=light');
      // No server of files hands such an address out, so one goes there from within, as the worker does.
      await page.evaluate((to) => window.history.pushState(null, '', to), path);
      await page.getByText(words).first().waitFor();
      await page.context().close();
    });

    test.each(['/?want=nonsense,%E0%A4%A&at=9&day=maybe', '/?at=000000', '/#p=nowhere', '/?want=toilet&want='])(
      'the list bears %s',
      async (path) => {
        const [address = '', fragment] = path.split('#');
        const joined = `${address}${address.includes('?') ? '&' : '?'}scene=light`;
        await open(fragment === undefined ? joined : `${joined}#${fragment}`);
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        expect(await page.getByText('这一页没打开').count()).toBe(0);
        await page.context().close();
      },
    );
  });

  test.each(['hostile', 'elder-hostile'])('%s: names that a ledger can hold break nothing', async (scene) => {
    const alerts: string[] = [];
    await open(`/?scene=${scene}`);
    page.on('dialog', (one) => alerts.push(one.message()));
    await page.getByText('很长很长的名字').first().waitFor();
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await overflow(page)).toBe(0);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(alerts).toEqual([]);
    await page.context().close();
  });

  describe('arriving on a page', () => {
    test('begins at its top and its heading; going back stands where one was, on the link one took', async () => {
      await open('/?scene=light');
      const row = page.getByRole('link', { name: /^西太康路暖心驿站/ });
      await row.focus();
      await row.scrollIntoViewIfNeeded();
      const height = await page.evaluate(() => window.scrollY);
      expect(height).toBeGreaterThan(100);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: '西太康路暖心驿站' }).waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
      expect(await page.title()).toContain('西太康路暖心驿站');
      await page.goBack();
      await page.waitForFunction(
        () => document.activeElement?.getAttribute('aria-label')?.startsWith('西太康路') === true,
      );
      expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
      expect(await page.title()).toBe('附近的驿站 · 歇脚');
      await page.context().close();
    });

    test('past the filters the fragment that holds the place stays', async () => {
      await open('/?scene=light#p=113.66500,34.75700');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('nearest');
      expect(new URL(page.url()).hash).toBe('#p=113.66500,34.75700');
      await page.context().close();
    });
  });

  describe('the keyboard alone', () => {
    test('walks from the way past the filters to the list in the order one reads', async () => {
      await open('/?scene=light');
      const stops: string[] = [];
      for (let n = 0; n < 16; n++) {
        await page.keyboard.press('Tab');
        stops.push(await focused(page));
      }
      expect(stops[0]).toBe('跳到最近的驿站');
      expect(stops[2]).toBe('大字');
      expect(stops.slice(3, 13)).toEqual(
        ['在开放', '喝水', '厕所', '热饭', '充电', '休息', '避暑', '取暖', '急救', '24小时'].map((word) =>
          expect.stringContaining(word),
        ),
      );
      expect(stops.slice(13, 15)).toEqual(['带我去', '详情']);
      expect(stops[15]).toContain('大同路环卫休息点');
      await page.context().close();
    });

    test('chooses colours in the dialog with arrows, and Esc gives the focus back', async () => {
      await open('/?scene=light');
      await page.getByRole('button', { name: '大字' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.getByRole('radio', { name: '浅色', exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('大字');
      await page.context().close();
    });

    test('goes through 大字: leave, read, the station, there, ring, next', async () => {
      await open('/?scene=elder');
      await page.getByRole('link', { name: '带我去' }).waitFor();
      const stops: string[] = [];
      for (let n = 0; n < 6; n++) {
        await page.keyboard.press('Tab');
        stops.push(await focused(page));
      }
      expect(stops).toEqual(['普通版', '读给我听', DEHUA.name, '带我去', '打电话', '换一个']);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: '大同路环卫休息点' }).waitFor();
      expect(await focused(page)).toBe('换一个');
      await page.context().close();
    });

    test('opens the closed ones from their line', async () => {
      await open('/?scene=light');
      await page.getByRole('button', { name: /^另有/ }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByText(SUSPENDED.name).isVisible()).toBe(true);
      await page.context().close();
    });
  });

  describe('what this browser will not keep', () => {
    test.each([
      ['insecure', '这个网址不是 https'],
      ['private', '关掉就没了'],
      ['no-worker', '没有网时打不开歇脚'],
    ])('%s is one quiet line with its reason behind it', async (scene, words) => {
      await open(`/?scene=${scene}`);
      await page.getByText(words).waitFor();
      await page.getByRole('link', { name: '为什么' }).click();
      await page.getByRole('heading', { level: 1, name: /离线/ }).waitFor();
      await page.getByText('能：').first().waitFor();
      await page.context().close();
    });

    test('in WeChat the way out is offered, and waved away for good', async () => {
      await open('/?scene=wechat');
      await page.getByRole('button', { name: '在浏览器打开' }).click();
      await page.getByRole('dialog').getByText('复制网址').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '不用了' }).click();
      await expect.poll(() => page.getByText('微信里存不住名单').count()).toBe(0);
      expect(await page.evaluate(() => Reflect.get(window, 'stage').prefs.get().wechatSeen)).toBe(true);
      await page.context().close();
    });
  });

  test('the home screen is offered on 关于 alone, where the browser can', async () => {
    await open('/?scene=installable');
    await page.getByRole('link', { name: '带我去' }).waitFor();
    expect(await page.getByText('装到桌面').count()).toBe(0);
    await page.getByRole('link', { name: '关于数据' }).click();
    await page.getByRole('button', { name: '装到桌面' }).click();
    expect(await askedFor(page)).toContain('home');
    await page.context().close();
    await open('/about?scene=iphone');
    await page.getByText('添加到主屏幕').waitFor();
    await page.context().close();
  });

  test('关于 names the licences of its parts when asked', async () => {
    await open('/about?scene=light');
    await page.getByRole('button', { name: '用到的开源软件' }).click();
    await page.getByText('BSD-2-Clause').first().waitFor();
    await page.getByText('Hippocratic-2.1').first().waitFor();
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  });

  test('a phone set to more contrast gets 强光; colours of the phone’s own keep what is chosen visible', async () => {
    const context = await gallery.browser.newContext({ ...PHONE, contrast: 'more' });
    const bright = await context.newPage();
    await bright.goto(new URL('/?scene=light', gallery.url).href);
    await bright.getByText(DEHUA.name).first().waitFor();
    await put(bright, 'prefs', { theme: 'auto' });
    await bright.waitForFunction(() => document.documentElement.dataset.theme === 'sun');
    await context.close();
    await open('/?scene=light', { ...PHONE, forcedColors: 'active' });
    const paint = (pressed: boolean) =>
      page
        .locator(`button[aria-pressed=${pressed}]`)
        .first()
        .evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(await paint(true)).not.toBe(await paint(false));
    await page.context().close();
  });
});
