import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLISHED, type Station } from '../../shared/station/station.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { type Clerk, clerkAt } from '../fixtures/make/signed.ts';
import { handMadeStations } from '../fixtures/world/stations.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

/** Trial stations over the country have a past of months; those made by hand are real and came on 22 November 2026. */
const SEED = 300;
let stage: ClerkStage;
let nation: Clerk;
beforeAll(async () => {
  stage = await openClerkStage({ seed: SEED, stations: handMadeStations() });
  nation = clerkAt(stage.server.app, { union: '000000', functions: ['analyst'] });
});
afterAll(() => stage.close());

async function open(path: string, options = {}): Promise<Page> {
  const page = await (await stage.desktop(nation, options)).newPage();
  await page.goto(`${stage.origin}/admin${path}`);
  return page;
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Names in the list of stations of a page. */
async function listed(page: Page): Promise<readonly string[]> {
  const names = await page.locator('table').last().locator('tbody tr td:first-child a').allTextContents();
  return [...names].sort();
}

const isCounted = ({ status, origin }: Station) => PUBLISHED.includes(status) && origin !== 'synthetic';

describe('figures', () => {
  test('lead from the country over province and city to exactly the stations of a county', async () => {
    const page = await open('/figures?period=2026-11');
    await page.getByRole('link', { name: '河南省', exact: true }).click();
    await page.getByRole('link', { name: '郑州市', exact: true }).click();
    const county = page.getByRole('row').filter({ hasText: '金水区' });
    const inCounty = handMadeStations().filter((one) => one.region === '410105' && isCounted(one));
    const cell = county.getByRole('link', { name: /期末站点/ });
    expect(await cell.textContent()).toBe(String(inCounty.length));
    await cell.click();
    await page.getByRole('heading', { level: 1, name: '期末站点 · 金水区' }).waitFor();
    await page.getByText('数的是：').waitFor();
    expect(await listed(page)).toEqual(inCounty.map(({ name }) => name).sort());
    // What was known then is part of the address: the same link is the same list.
    const known = await stage.server.deps.figures.known();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe(String(known.seq));
    await expectClean(page);
    await page.context().close();
  });

  test('that are fewer than before say why, which stations, by whom and under which wording, in five clicks', async () => {
    const page = await open('/figures?period=2026-Q3&stations=synthetic');
    await page.getByRole('link', { name: /和2026年第2季度比，为什么/ }).click();
    await page.getByRole('heading', { name: '为什么' }).waitFor();
    const asked = 'period=2026-Q3&against=2026-Q2&stations=synthetic&indicator=stock.closing';
    const reply = await (await nation.get(`/api/v1/figures/difference?${asked}`)).json();
    const sum = reply.reasons.reduce((total: number, { amount }: { amount: number }) => total + amount, 0);
    expect(sum).toBe(reply.figure - reply.against);
    const word = sum < 0 ? `少了 ${-sum} 个` : sum > 0 ? `多了 ${sum} 个` : '一样多';
    await page.getByText(word, { exact: true }).waitFor();
    await page.getByRole('button', { name: '只看退出的站点' }).click();
    const retired = reply.reasons.find(({ reason }: { reason: string }) => reason === 'retired');
    await page.getByRole('heading', { name: `哪些站点：退出的，${retired.stations} 个` }).waitFor();
    const rows = page.getByRole('row').filter({ hasText: '1 → 0' });
    expect(await rows.count()).toBe(retired.stations);
    expect(await rows.first().textContent()).toMatch(/走了退出1 → 02026年[789]月\d+日，.+：退出原因：.+第 \d+ 条记录/);
    await expectClean(page);
    await page.getByRole('link', { name: '指标口径' }).last().click();
    await page.waitForURL(/\/figures\/definitions\?.*#stock\.closing$/);
    const wording = page.getByRole('article', { name: '期末站点' });
    await wording.waitFor();
    expect(await wording.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('of a period that has not begun are refused with a sentence; a county without stations says so, and so does a lost connection', async () => {
    const page = await open('/figures?period=2027-03');
    await page.getByText('统计期 2027-03 在截至时刻还没开始').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await page.goto(`${stage.origin}/admin/figures?period=2026-11&region=410103`);
    await page.getByText('二七区在2026年11月没有站点').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '统计期：前一个' }).click();
    await page.getByText('没连上服务器').waitFor();
    await page.context().setOffline(false);
    await page.getByText('二七区在2026年10月没有站点').waitFor();
    await page.context().close();
  });

  test('are sorted, looked at and followed by the keyboard alone', async () => {
    const page = await open('/figures/tables/stock?period=2026-11&region=410000');
    const head = page.getByRole('columnheader', { name: '期末站点' });
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending');
    const first = page.locator('tbody tr').first();
    expect(await first.getByRole('rowheader').textContent()).toBe('郑州市');
    await first.getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/figures\/tables\/stock\?.*region=410100/);
    await page.getByRole('rowheader', { name: '金水区' }).waitFor();
    await page.context().close();
  });

  test.each([
    { name: '总览', path: '/figures?stations=synthetic', picture: '存量与增减的图', options: {} },
    {
      name: '设施表',
      path: '/figures/tables/amenities?stations=synthetic',
      picture: '每种设施的图',
      options: { colorScheme: 'dark' as const },
    },
    {
      name: '逐月',
      path: '/figures/series?stations=synthetic',
      picture: '新增、退出的图',
      options: { viewport: { width: 390, height: 844 } },
    },
  ])('stand drawn and written, readable by all: $name', async ({ path, picture, options }) => {
    const page = await open(path, options);
    const drawn = page.getByRole('img', { name: picture });
    await drawn.locator('canvas').waitFor();
    await expectClean(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
    await page.context().close();
  });

  test('have their wordings in a list that can be searched', async () => {
    const page = await open('/figures/definitions?table=hours');
    await page.getByRole('article').first().waitFor();
    await page.getByLabel('找指标').fill('智能');
    await page.getByText('1 个指标', { exact: true }).waitFor();
    expect(await page.getByRole('article').allTextContents()).toEqual([expect.stringContaining('智能站点')]);
    await expectClean(page);
    await page.context().close();
  });
});
