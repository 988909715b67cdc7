import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcjToWgs } from '../../shared/geo/gcj.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { type Clerk, clerkAt } from '../fixtures/make/signed.ts';
import { ROOT } from '../law/modules.ts';
import { ledgerOfRows, soundRows } from '../server/ledgers/desk.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';
import { phoneOptions } from './stage.ts';

/** Forty rows as a county clerk has them: one name is missing, two stand at one door, one point is far away. */
function madeLedger(farLng = '113.9'): string {
  const rows: Record<string, string | number>[] = soundRows(40).map((row) => ({ ...row, 开放时间: '24小时' }));
  const at = (n: number, over: object) => Object.assign(rows[n] ?? {}, over);
  at(4, { 站点名称: '' });
  at(9, { 站点名称: '测试西旁驿站', ...doorOf(rows[8]) });
  at(19, { 开放时间: '看情况开' });
  at(20, { 开放时间: '看情况开，冬天看天气，有人值班的时候都开，没人就不开' });
  at(29, { 经度: farLng, 纬度: '34.4' });
  return ledgerOfRows(rows);
}

function doorOf(row: Record<string, string | number> | undefined) {
  return { 经度: row?.经度 ?? '', 纬度: row?.纬度 ?? '' };
}

const REFERENCE = resolve(process.env.REFERENCE_DATA ?? resolve(ROOT, '../shared/data'), 'zhengzhou-ledger.csv');
const isThere = existsSync(REFERENCE);

let stage: ClerkStage;
let clerk: Clerk;
beforeAll(async () => {
  stage = await openClerkStage();
  clerk = clerkAt(stage.server.app, { union: '410100', functions: ['officer'] });
});
afterAll(() => stage.close());

async function bring(page: Page, text: string, name: string): Promise<void> {
  await page.goto(`${stage.origin}/admin/ledgers`);
  await page.getByRole('button', { name: '选一份台账' }).waitFor();
  await page.getByLabel('台账文件').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('group', { name: '按结果筛选' }).waitFor();
}

async function counts(page: Page): Promise<readonly string[]> {
  const texts = await page.getByRole('group', { name: '按结果筛选' }).getByRole('button').allTextContents();
  return texts.map((text) => text.replace(/(\d+)/, '$1 '));
}

async function axed(page: Page): Promise<unknown> {
  const { violations } = await axeOn(page).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe('a clerk with a ledger of forty rows', () => {
  test('uploads it, puts one cell right, commits, and workers find the stations', async () => {
    const context = await stage.desktop(clerk);
    const page = await context.newPage();
    await bring(page, madeLedger(), '金水区台账.csv');
    await page.getByText('40 行').first().waitFor();
    expect(await counts(page)).toEqual(['37 新增', '0 有改动', '0 没变化', '2 有疑点，要看一眼', '1 拒收，要改']);
    expect(await axed(page)).toEqual([]);

    const hours = page.getByLabel('第 22 行 开放时间');
    expect(
      await hours.evaluate((cell) => [cell.scrollWidth <= cell.clientWidth, cell.scrollHeight <= cell.clientHeight]),
    ).toEqual([true, true]);

    // The problem rows are on top; the missing name is typed where it is missing.
    const row = page.getByRole('row').nth(1);
    await row.getByText('站点名称还没填').waitFor();
    await row.getByLabel('第 6 行 站点名称').fill('测试补名驿站');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^38\s*新增$/ }).waitFor();

    const twin = page.getByRole('row').filter({ hasText: '测试西旁驿站' });
    await twin.getByRole('button', { name: '是另一个站点，照此入册' }).click();
    await page.getByRole('button', { name: /^39\s*新增$/ }).waitFor();
    await page.getByRole('button', { name: '提交 40 行' }).click();
    await page.getByText('提交好了').waitFor({ timeout: 60_000 });
    expect(await counts(page)).toEqual(['39 新增', '0 有改动', '0 没变化', '1 有疑点，要看一眼', '0 拒收，要改']);
    expect(await axed(page)).toEqual([]);
    await context.close();

    stage.server.clock.now = (stage.server.clock.now + 1000) as typeof stage.server.clock.now;
    const here = gcjToWgs(gcj02(113.6732, 34.77));
    const geolocation = { longitude: here.lng, latitude: here.lat, accuracy: 12 };
    const phone = await stage.browser.newContext({ ...phoneOptions(), geolocation });
    const street = await phone.newPage();
    await street.goto(stage.origin);
    // Open at any hour the test runs at.
    await street.getByText('测试补名驿站').first().waitFor({ timeout: 60_000 });
    await phone.close();
  }, 120_000);

  test('finds what was brought before in the list, and a phone shows the preview without sliding sideways', async () => {
    const context = await stage.desktop(clerk, { viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await bring(page, madeLedger('待补').replaceAll('测试路', '另一路'), '第二份.csv');
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wide).toBe(0);
    expect(await axed(page)).toEqual([]);

    // A point that cannot be read is picked on the map, which begins where the ledger's union is.
    await page.getByRole('button', { name: /^2\s*拒收/ }).waitFor();
    await page.getByRole('button', { name: '在地图上选第 31 行的位置' }).click();
    const dialog = page.getByRole('dialog', { name: /^第 31 行/ });
    await dialog.getByRole('button', { name: '就是这里' }).waitFor();
    expect(await axed(page)).toEqual([]);
    await dialog.getByRole('button', { name: '就是这里' }).click();
    expect(await dialog.getByLabel('经度', { exact: true }).inputValue()).toMatch(/^113\.\d{6}$/);
    await dialog.getByRole('button', { name: '改好了' }).click();
    await page.getByRole('button', { name: /^1\s*拒收/ }).waitFor();

    await page.goto(`${stage.origin}/admin/ledgers`);
    await page.getByRole('link', { name: '第二份.csv' }).waitFor();
    await page.getByText('等你核对').waitFor();
    expect(await axed(page)).toEqual([]);
    await context.close();
  });

  test('is told why a file is refused, and may try another', async () => {
    const context = await stage.desktop(clerk);
    const page = await context.newPage();
    await page.goto(`${stage.origin}/admin/ledgers`);
    const file = { name: '照片.png', mimeType: 'image/png', buffer: Buffer.from('no table') };
    await page.getByLabel('台账文件').setInputFiles(file);
    await page.getByText('“照片.png”不是表格文件，存成 CSV 或 XLSX 再传。').waitFor();
    await page.getByRole('button', { name: '选一份台账' }).waitFor();
    await context.close();
  });

  test.skipIf(!isThere)(
    `the real ledger of a city shows one row to look at${isThere ? '' : ' (reference data absent)'}`,
    async () => {
      const context = await stage.desktop(clerk);
      const page = await context.newPage();
      await bring(page, readFileSync(REFERENCE, 'utf8'), '郑州台账.csv');
      const [fresh = '', , , flagged = '', refused = ''] = await counts(page);
      expect([fresh, flagged, refused].map((text) => Number.parseInt(text, 10)).reduce((a, b) => a + b, 0)).toBe(40);
      await context.close();
    },
  );
});
