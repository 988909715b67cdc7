import jsQR from 'jsqr';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Instant, instant } from '../../shared/kernel/instant.ts';
import type { AccountFunction } from '../../shared/station/lifecycle.ts';
import type { UnionId } from '../../shared/station/station.ts';
import { PASSWORD, personAt } from '../server/accounts/people.ts';
import { ledgerOfRows, soundRows } from '../server/ledgers/desk.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';
import { signIn } from './sign-in.ts';

vi.setConfig({ testTimeout: 240_000 });

const ORIGIN = 'https://xiejiao.example.cn';
const DAY = 86_400_000;

/** Forty rows as a county clerk has them: a name is missing, two stand at one door, one point is far away. */
function ledger(): string {
  const rows = soundRows(40);
  const put = (n: number, over: object) => Object.assign(rows[n] ?? {}, over);
  put(4, { 站点名称: '' });
  put(9, { 站点名称: '测试西旁驿站', 经度: rows[8]?.经度, 纬度: rows[8]?.纬度 });
  put(29, { 经度: '113.9', 纬度: '34.4' });
  return ledgerOfRows(rows);
}

let stage: ClerkStage;
beforeAll(async () => {
  stage = await openClerkStage({ deps: { publicOrigin: ORIGIN } });
  const hire = (username: string, name: string, [union, role]: readonly [string, AccountFunction]) =>
    personAt(stage.server, username, { name, union: union as UnionId, functions: [role], stations: [] });
  await hire('county-officer', '李敏', ['410105', 'officer']);
  await hire('city-officer', '周洁', ['410100', 'officer']);
  await hire('city-approver', '张强', ['410100', 'approver']);
  await hire('city-auditor', '何平', ['410100', 'auditor']);
});
afterAll(() => stage.close());

/** A desk of their own at which somebody signed in through the screen. */
async function deskOf(username: string): Promise<{ readonly desk: BrowserContext; readonly page: Page }> {
  const desk = await stage.desktop(null);
  const page = await desk.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${stage.origin}/admin/login`);
  await signIn(page, { username, password: PASSWORD });
  return { desk, page };
}

function later(ms: number): Instant {
  stage.server.clock.now = instant(stage.server.clock.now + ms);
  return stage.server.clock.now;
}

async function decoded(png: Buffer): Promise<string> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
}

/** The words behind the buttons of one step: button, fields by label, the same button in the dialog. */
async function step(page: Page, name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('a union’s work from the first ledger to the last page of a file', () => {
  test('a clerk takes a ledger of forty rows to forty plaques whose codes can be read, by the screens alone', async () => {
    const { desk, page } = await deskOf('city-officer');
    await page.getByRole('link', { name: '导入台账' }).click();
    const file = { name: '金水区台账.csv', mimeType: 'text/csv', buffer: Buffer.from(ledger()) };
    await page.getByLabel('台账文件').setInputFiles(file);
    // The next thing is done before the first is answered: nobody waits for the new preview.
    await page.route('**/api/v1/ledgers/*/rows', async (asked) => {
      await new Promise((wake) => setTimeout(wake, asked.request().method() === 'POST' ? 500 : 0));
      await asked.continue();
    });
    await page.getByLabel('第 6 行 站点名称').fill('测试补名驿站');
    await page.keyboard.press('Enter');
    const twin = page.getByRole('row').filter({ hasText: '测试西旁驿站' });
    await twin.getByRole('button', { name: '是另一个站点，照此入册' }).click();
    await page.getByRole('button', { name: /^39\s*新增$/ }).waitFor();
    await page.getByLabel('第 31 行 经度').fill('113.7181');
    await page.getByLabel('第 31 行 纬度').fill('34.7701');
    const far = page.getByRole('row').filter({ hasText: '尉氏县' });
    await far.getByRole('button', { name: '改好了' }).click();
    await page.getByRole('button', { name: /^40\s*新增$/ }).waitFor();
    await page.getByRole('button', { name: '提交 40 行' }).click();
    await page.getByText('提交好了').waitFor({ timeout: 60_000 });

    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-asked', '');
    });
    await page.goto(`${stage.origin}/admin/plaques`);
    await page.getByText('有 40 个已公布的站点没印过标牌').waitFor();
    await page.getByRole('table').getByRole('checkbox').first().check();
    await page.getByRole('button', { name: '打印 40 张' }).click();
    await page.locator('html[data-asked]').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    const plaques = await page.locator('body > div > section[aria-label^="标牌"]').all();
    const codes = new Set<string>();
    for (const plaque of plaques) {
      const url = await decoded(await plaque.screenshot());
      expect(url).toMatch(/^https:\/\/xiejiao\.example\.cn\/s\/\d{15}\?k=1[0-9A-Z]{12}$/);
      codes.add(/\d{15}/.exec(url)?.[0] ?? '');
    }
    expect([plaques.length, codes.size]).toEqual([40, 40]);
    later(1000);
    for (const code of codes) {
      const answer = await stage.server.get(`/api/v1/stations/${code}`);
      expect(await answer.json()).toMatchObject({ code, status: 'active' });
    }
    await desk.close();
  });

  test('a station is given up by four eyes and with notice, workers are told at every step, and a year later an auditor reads it all', async () => {
    const county = await deskOf('county-officer');
    await county.page.getByRole('link', { name: '站点', exact: true }).click();
    await county.page.getByPlaceholder('站名、拼音、编码').fill('测试补名驿站');
    await county.page.keyboard.press('Enter');
    await county.page.getByRole('link', { name: '测试补名驿站' }).click();
    await county.page.getByRole('heading', { name: '测试补名驿站' }).waitFor();
    await step(county.page, '限期整改', { '发现了什么问题（劳动者会看到）': '三次上门都锁着' });
    await county.page.getByText('限期整改').first().waitFor();
    const path = new URL(county.page.url()).pathname;
    const code =
      (
        await county.page
          .getByText(/^410105 1 \d{6} \d\d$/)
          .first()
          .textContent()
      )?.replace(/\s/g, '') ?? '';

    later(16 * DAY);
    await county.page.reload();
    await signIn(county.page, { username: 'county-officer', password: PASSWORD });
    await county.page.goto(stage.origin + path);
    await county.page.getByRole('button', { name: '提出退出' }).click();
    const proposal = county.page.getByRole('dialog');
    await proposal.getByLabel(/退出原因/).click();
    await county.page.getByTitle('长期不开门').click();
    await proposal.getByLabel('情况说明（公示时会写出来）').fill('整改到期，仍不按时开门');
    await proposal.getByLabel('依据材料').fill('巡查记录三份');
    await proposal.getByRole('button', { name: '提出退出' }).click();
    await county.page.getByText('拟退出').first().waitFor();
    // Who proposed finds no button to go on with.
    await county.page.getByRole('heading', { name: '能办的事' }).waitFor();
    expect(await county.page.getByRole('button', { name: '开始公示', disabled: false }).count()).toBe(0);

    const city = await deskOf('city-approver');
    await city.page.goto(stage.origin + path);
    await step(city.page, '开始公示');
    await city.page.getByText('公示中').first().waitFor();
    later(1000);
    const street = await stage.browser.newPage();
    await street.goto(`${stage.origin}/notices`);
    await street.getByText('测试补名驿站').first().waitFor();
    await street.getByText('整改到期，仍不按时开门').first().waitFor();

    later(8 * DAY);
    await city.page.reload();
    await signIn(city.page, { username: 'city-approver', password: PASSWORD });
    await city.page.goto(stage.origin + path);
    await step(city.page, '退出');
    await city.page.getByText('已退出').first().waitFor();
    later(1000);
    await street.goto(`${stage.origin}/s/${code}`);
    await street.getByText('已退出').first().waitFor();
    await street.getByText('长期没有开门').first().waitFor();
    await street.close();
    await Promise.all([county.desk.close(), city.desk.close()]);

    later(365 * DAY);
    const auditor = await deskOf('city-auditor');
    await auditor.page.goto(`${stage.origin}/admin/history?code=${code}`);
    const log = auditor.page.getByRole('main');
    for (const [who, what] of [
      ['周洁', '导入'],
      ['李敏', '限期整改'],
      ['李敏', '提出退出'],
      ['张强', '开始公示'],
      ['张强', '退出'],
    ] as const) {
      await log.getByRole('row').filter({ hasText: who }).filter({ hasText: what }).first().waitFor();
    }
    await log.getByText('三次上门都锁着').first().waitFor();
    await auditor.desk.close();
  });
});
