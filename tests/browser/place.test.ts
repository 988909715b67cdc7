import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcjToWgs } from '../../shared/geo/gcj.ts';
import { HERE, hero, openList, openStage, type Stage, said, settled } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([
    '有午休驿站,二七区,郑州市二七区一马路1号,,113.664,34.7576,8:00-12:00 13:30-18:00,,饮水',
    '开夜里驿站,二七区,郑州市二七区一马路2号,,113.6638,34.7562,20:00-次日6:00,,饮水',
  ]);
});
afterAll(() => stage.close());

describe('a phone that does not say where it is', () => {
  test('refused: that is said, and a district typed in pinyin leads to its list', async () => {
    const phone = await stage.phone({ locate: false });
    const page = await phone.newPage();
    await page.goto(stage.origin);
    await said(page, '没有定位权限');
    await pickErqi(page);
    await phone.close();
  });

  test('too slow: that is said, and the district picker is one way out', async () => {
    const phone = await stage.phone();
    await phone.addInitScript(() => {
      navigator.geolocation.getCurrentPosition = (_found, failed) => {
        failed?.({ code: 3, message: '', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 });
      };
    });
    const page = await phone.newPage();
    await page.goto(stage.origin);
    await said(page, '等了一会儿还没定到位');
    await pickErqi(page);
    await phone.close();
  });

  test('no answer yet: the next visit begins with the list of the last place, and says so', async () => {
    const phone = await stage.phone();
    const first = await openList(phone, stage.origin);
    await settled(first);
    await first.close();
    await phone.addInitScript(() => {
      navigator.geolocation.getCurrentPosition = () => undefined;
    });
    const page = await openList(phone, stage.origin);
    await said(page, /上次的位置，今天 \d+:\d\d/);
    await phone.close();
  });

  test('3 km off: nothing is sorted by it, and it says how far it may be off', async () => {
    const { lng, lat } = gcjToWgs(HERE);
    const phone = await stage.phone({ geolocation: { longitude: lng, latitude: lat, accuracy: 3000 } });
    const page = await phone.newPage();
    await page.goto(stage.origin);
    await said(page, '说不准你在哪儿');
    await said(page, '可能差 3 公里');
    expect(await page.getByText(/^\d+ 米/).count()).toBe(0);
    await pickErqi(page);
    await phone.close();
  });

  test('plain http: that is said as it is, and nothing is offered that cannot help', async () => {
    const phone = await stage.phone();
    await phone.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
    const page = await phone.newPage();
    await page.goto(stage.origin);
    await said(page, '这个网址定不了位');
    expect(await page.getByRole('button', { name: '再定位一次' }).count()).toBe(0);
    await pickErqi(page);
    await phone.close();
  });

  test('inside WeChat: the way out into a browser is shown', async () => {
    const phone = await stage.phone({
      locate: false,
      userAgent: 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50',
    });
    const page = await phone.newPage();
    await page.goto(stage.origin);
    await said(page, '微信里常常定不了位');
    await phone.close();
  });
});

async function pickErqi(page: Page): Promise<void> {
  await page.getByRole('button', { name: '选一个区县' }).click();
  await page.getByRole('combobox').fill('erqi');
  await page.getByRole('option', { name: '二七区' }).click();
  await hero(page).getByText('开放中').waitFor();
  await said(page, '按这里的中心算远近');
}

describe('a phone with another clock', () => {
  const DAY = 86_400_000;
  /** Tomorrow, 12:45 and 23:10 in China: at noon's break, and in the night. */
  const noon = (Math.floor((Date.now() + 8 * 3_600_000) / DAY) + 1) * DAY + 4.75 * 3_600_000;
  const night = noon + 10 * 3_600_000 + 25 * 60_000;

  test('set to New York it tells the same open and shut doors', async () => {
    for (const at of [noon, night]) {
      const told = await Promise.all(
        ['Asia/Shanghai', 'America/New_York'].map((timezoneId) => tellAt(at, { timezoneId })),
      );
      expect(told[1]).toBe(told[0]);
      expect(told[0]).toContain(at === noon ? '13:30 开门' : '开到次日 6:00');
    }
  });

  test('a year behind it weakens what it claims and says why', async () => {
    const phone = await stage.phone();
    await setClock(phone, Date.now() - 365 * DAY);
    const page = await openList(phone, stage.origin);
    expect(await hero(page).innerText()).toMatch(/应该( 24 小时|开到)/);
    await said(page, '手机的时间好像慢了');
    await phone.close();
  });

  function setClock(phone: BrowserContext, at: number): Promise<unknown> {
    return phone.addInitScript((fixed: number) => {
      Date.now = () => fixed;
    }, at);
  }

  async function tellAt(at: number, options: { timezoneId: string }): Promise<string> {
    const phone: BrowserContext = await stage.phone(options);
    await setClock(phone, at);
    const page = await openList(phone, stage.origin);
    const lead = await hero(page).innerText();
    await page.getByRole('button', { name: /^另有/ }).click();
    const rows = await page.locator('main li a').evaluateAll((links) => links.map((link) => link.ariaLabel ?? ''));
    await phone.close();
    return [lead, ...rows].join('\n');
  }
});
