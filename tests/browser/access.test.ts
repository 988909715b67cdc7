import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { blink, hero, openList, openStage, type Stage, said } from './stage.ts';

let stage: Stage;
let desk: Desk;
let page: Page;
/** Hours that are over for today whenever this runs: one hour, half a day from now. */
const LATER = new Date(Date.now() + 20 * 3_600_000).getUTCHours();

beforeAll(async () => {
  stage = await openStage([
    `关着门驿站,二七区,郑州市二七区一马路1号,,113.6646,34.7574,${LATER}:00-${LATER}:30,,饮水`,
    '暂停了驿站,二七区,郑州市二七区一马路2号,,113.664,34.7576,24小时,,饮水',
    '退出了驿站,二七区,郑州市二七区一马路3号,,113.6638,34.7562,24小时,,饮水',
  ]);
  desk = await openDesk(stage.folder);
  const phone = await stage.phone({ viewport: { width: 360, height: 740 }, isMobile: false });
  page = await openList(phone, stage.origin);
  await desk.does(await desk.find('暂停了'), { kind: 'suspend', reason: '水管改造', until: null });
  await desk.does(await desk.find('退出了'), { kind: 'retire' });
  await blink(phone);
  await page.getByText('退出了驿站').waitFor({ state: 'detached' });
});
afterAll(async () => {
  await desk.close();
  await stage.close();
});

/** Where a screen is and the words that show that it has come. */
const SCREENS: readonly (readonly [screen: string, path: string, shown: string])[] = [
  ['the list with filters', '/?want=water', '开放中'],
  ['an open station', '/s/德化街', '怎么进'],
  ['a shut station', '/s/关着门', '已关门'],
  ['a suspended station', '/s/暂停了', '先别去'],
  ['a retired station', '/s/退出了', '已退出'],
  ['search', '/search?q=驿站', '找到'],
  ['offline', '/offline', '手机里的城市'],
  ['about', '/about', '名单从哪儿来'],
  ['大字', '/?elder=1', '离你最近'],
];

describe('everybody can use it', () => {
  test.each(SCREENS)(
    '%s: no fault in light, dark or sun, 48 px to touch, fits 320 px and 200 %% text',
    async (_, path, shown) => {
      await page.goto(stage.origin + (await coded(path)));
      await said(page, shown);
      expect(await faults(page, 'light')).toEqual([]);
      expect(await page.locator('a[href], button').count()).toBeGreaterThan(1);
      expect(await smallTargets(page)).toEqual([]);
      expect(await faults(page, 'dark')).toEqual([]);
      expect(await faults(page, 'sun')).toEqual([]);
      await page.setViewportSize({ width: 320, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 360, height: 740 });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.evaluate(normalSize);
    },
  );

  test('the keyboard goes past the filters first, works them with Space, opens the station, and Esc leads back', async () => {
    await page.goto(stage.origin);
    await hero(page).getByText('开放中').waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('跳到最近的驿站');
    const chip = page.getByRole('button', { name: '喝水' });
    await chip.focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '喝水', pressed: true }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '喝水', pressed: false }).waitFor();
    const place = page.locator('header button[aria-haspopup=dialog]').first();
    await place.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '在哪儿找' }).getByRole('combobox').waitFor();
    expect(await faults(page, 'light')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await place.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.getByRole('link', { name: '详情' }).focus();
    await page.keyboard.press('Enter');
    await said(page, '怎么进');
  });
});

async function coded(path: string): Promise<string> {
  const name = /^\/s\/(.+)$/.exec(path)?.[1];
  return name === undefined ? path : `/s/${(await desk.find(name)).code}`;
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** In dark and sun only the colours differ, so only they are looked at again. */
async function faults(on: Page, theme: 'light' | 'dark' | 'sun'): Promise<readonly string[]> {
  await on.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
  const axe = new AxeBuilder({ page: on }).setLegacyMode(true);
  const { violations } = await (theme === 'light' ? axe.withTags(RULES) : axe.withRules(['color-contrast'])).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Links inside a sentence are read, not tapped with gloves. */
function smallTargets(on: Page): Promise<readonly string[]> {
  return on.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
      .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > 0 && Math.min(box.width, box.height) < 47.5)
      .map(({ one, box }) => `${one.outerHTML.slice(0, 80)} ${box.width}×${box.height}`),
  );
}

/** 大字 is kept on the phone; the place of the last list stays. */
function normalSize(): void {
  const kept = JSON.parse(localStorage.getItem('prefs') ?? '{}');
  localStorage.setItem('prefs', JSON.stringify({ ...kept, size: 'normal' }));
}

function focused(on: Page): Promise<string> {
  return on.evaluate(() => document.activeElement?.textContent ?? '');
}
