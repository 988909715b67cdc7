import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcj02 } from '../../shared/geo/point.ts';
import { instant } from '../../shared/kernel/instant.ts';
import type { Station } from '../../shared/station/station.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { type Clerk, clerkAt } from '../fixtures/make/signed.ts';
import { date, region, sampleStation, stationId } from '../shared/station/sample.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

const NAMES = ['德化街爱心驿站', '福寿街劳动者港湾', '二马路暖心驿站', '大同路环卫休息点', '航海路社区驿站'];

function stations(): readonly Station[] {
  return Array.from({ length: 60 }, (_, n) => {
    const over: Partial<Station> = {
      id: stationId(0x3000 + n),
      code: null,
      rev: 1,
      name: NAMES[n] ?? `路边驿站${n}`,
      town: n % 2 === 0 ? '德化街街道' : '福华街街道',
      hostType: n % 3 === 0 ? 'bank' : 'community',
      point: gcj02(113.62 + n / 500, 34.74 + (n % 7) / 300),
      verifiedOn: date(n % 10 === 1 ? '2026-01-05' : '2026-11-23'),
      hours: {
        base: n === 1 ? { kind: 'unknown' } : { kind: 'always' },
        holidays: { kind: 'same' },
        seasons: [],
        exceptions: [],
        raw: n === 1 ? '工作日开放' : null,
      },
    };
    return sampleStation(over);
  });
}

let stage: ClerkStage;
let clerk: Clerk;
beforeAll(async () => {
  stage = await openClerkStage({ stations: stations() });
  clerk = clerkAt(stage.server.app, { union: '410102', functions: ['officer'] });
});
afterAll(() => stage.close());

async function open(path: string, options = {}): Promise<Page> {
  const page = await (await stage.desktop(clerk, options)).newPage();
  await page.goto(`${stage.origin}/admin${path}`);
  await page.getByRole('heading', { name: '站点', exact: true }).waitFor();
  return page;
}

/** What axe finds, by rule and place. */
const faultsOn = async (page: Page) =>
  (await axeOn(page).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))]);

const rowsOf = async (page: Page) => {
  await page.locator('section[aria-label="站点列表"][aria-busy="false"] tbody tr').first().waitFor();
  return page.locator('tbody tr td:nth-child(2) a').allTextContents();
};

describe('the list of stations at a desk', () => {
  test('keeps its conditions in the address: filtered, opened again, the same', async () => {
    const page = await open('/stations');
    await page.getByText('第 1–50 个，共 60 个').waitFor();
    await page.getByRole('button', { name: '时间超 180 天' }).click();
    await page.getByText('共 6 个').waitFor();
    const found = await rowsOf(page);
    expect([found.length, new URL(page.url()).search]).toEqual([6, '?hours=old']);
    expect(await page.getByText('时间超 180 天', { exact: true }).count()).toBe(6);
    await page.reload();
    await page.getByText('共 6 个').waitFor();
    expect(await rowsOf(page)).toEqual(found);
    await page.goBack();
    await page.getByText('共 60 个').waitFor();
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 51–60 个，共 60 个').waitFor();
    await page.getByRole('button', { name: '上一页' }).click();
    await page.getByText('第 1–50 个，共 60 个').waitFor();
    expect(await faultsOn(page)).toEqual([]);
  });

  test('keeps a view under a name, for this clerk alone unless shared', async () => {
    const page = await open('/stations?status=active&host=bank&sort=name');
    await page.getByText('共 20 个').waitFor();
    await page.getByRole('button', { name: '存为视图' }).click();
    await page.getByLabel('视图名字').fill('银行的');
    await page.getByRole('button', { name: '存下' }).click();
    await page.getByRole('button', { name: '银行的', pressed: true }).waitFor();
    await page.getByRole('button', { name: '全部 60' }).click();
    await page.getByText('共 60 个').waitFor();
    await page.getByRole('button', { name: '银行的' }).click();
    await page.getByText('共 20 个').waitFor();
    const other = clerkAt(stage.server.app, { union: '410102', functions: ['officer'] });
    expect(await (await other.get('/api/v1/list/views')).json()).toMatchObject({ views: [] });
  });

  test('suspends two stations with one reason, and the workers’ feed says so', async () => {
    const page = await open('/stations?q=驿站');
    await page.getByLabel('选中 德化街爱心驿站').check();
    await page.getByLabel('选中 二马路暖心驿站').check();
    await page.getByText('已选 2 个').waitFor();
    await page.getByRole('button', { name: '暂停', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '暂停 2 个' }).click();
    await dialog.getByText('写明原因，劳动者要看。').waitFor();
    await dialog.getByLabel('为什么暂停').fill('水管改造');
    await dialog.getByText('“暂停开放，没说哪天恢复。水管改造”').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await dialog.getByRole('button', { name: '暂停 2 个' }).click();
    await dialog.getByText('办好 2 个').waitFor();
    await dialog.getByRole('button', { name: '知道了' }).click();
    await page.locator('tbody').getByText('暂停').nth(1).waitFor();
    // The workers' model looks again when its half second has passed.
    stage.server.clock.now = instant(stage.server.clock.now + 1000);
    const shown = await (await stage.server.get('/api/v1/search?q=德化街爱心驿站')).json();
    expect(shown.items[0].station).toMatchObject({ status: 'suspended', statusNote: { reason: '水管改造' } });
    const { marks } = await stage.server.store.marksAfter(region('410100'), { after: 0, since: 0 }, 500);
    const suspended = marks.filter((mark) => mark.op === 'put' && mark.row.status === 'suspended');
    expect(suspended).toHaveLength(2);
    expect(await page.getByText('已选').count()).toBe(0);
    // What cannot be done is said of the station it concerns, and the others are done.
    await page.getByLabel('选中 德化街爱心驿站').check();
    await page.getByLabel('选中 航海路社区驿站').check();
    await page.getByRole('button', { name: '确认无误' }).click();
    await dialog.getByRole('button', { name: '确认无误 2 个' }).click();
    await dialog.getByText('办好 1 个，没办成 1 个').waitFor();
    const results = dialog.getByRole('listitem');
    expect(await results.filter({ hasText: '德化街爱心驿站' }).textContent()).toContain('暂停');
    expect(await results.filter({ hasText: '航海路社区驿站' }).textContent()).toContain('办好了');
    await dialog.getByRole('button', { name: '知道了' }).click();
    await page.getByText('已选 1 个').waitFor();
  });

  test('makes a file of what is shown, and gives it to whoever made it', async () => {
    const page = await open('/stations?host=bank');
    await page.getByText('共 20 个').waitFor();
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'CSV', exact: true }).check();
    await dialog.getByRole('button', { name: '开始导出' }).click();
    const link = dialog.getByRole('link', { name: '下载' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^站点名单-中原区总工会-20261126-142\d-GCJ-02\.csv$/);
  });

  test('is read on a phone without anything cut off', async () => {
    const page = await open('/stations', { viewport: { width: 390, height: 844 } });
    await page.getByLabel('选中 德化街爱心驿站').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await faultsOn(page)).toEqual([]);
  });
});
