import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { gcj02 } from '../../shared/geo/point.ts';
import { parseHours } from '../../shared/station/hours-parse.ts';
import type { Station } from '../../shared/station/station.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { visitsAsk } from '../fixtures/make/entry.ts';
import { type Clerk, clerkAt } from '../fixtures/make/signed.ts';
import { region, sampleStation, stationId, union } from '../shared/station/sample.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

/** Where pictures of what the test saw are put, for people who look; nowhere when unset. */
const SEEN = process.env.SEEN;

const at = (n: number, name: string): Station =>
  sampleStation({
    id: stationId(n),
    name,
    hours: parseHours('24小时').hours,
    region: region('410103'),
    union: union('410103'),
    address: `郑州市二七区一马路${n}号`,
    point: gcj02(113.665 + n * 0.001, 34.757),
    code: null,
    rev: 1,
  });
const STATIONS = [at(1, '一马路爱心驿站'), at(2, '德化街爱心驿站'), at(3, '福寿街劳动者港湾')];

let stage: ClerkStage;
let officer: Clerk;
let desk: BrowserContext;
beforeAll(async () => {
  stage = await openClerkStage({ stations: STATIONS });
  officer = clerkAt(stage.server.app, { union: '410103', functions: ['officer'] }, { id: 'lihua' });
  desk = await stage.desktop(officer);
});
afterAll(() => stage.close());

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${stage.origin}/admin${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  if (SEEN !== undefined) await page.screenshot({ path: join(SEEN, `${name}.png`), fullPage: true });
}

/** One of a list that opens below its field. */
async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).click();
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click();
}

const violations = async (page: Page) =>
  (await axeOn(page).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
const kept = async (query = '') => (await officer.get(`/api/v1/entries${query}`)).json();

describe('工作台账', () => {
  test('an inspection is kept with what it found, which leads to 限期整改; it is put right and taken back', async () => {
    const page = await open(desk, '/entries');
    await page.getByText('还没有记过巡查').waitFor();
    await page.getByRole('button', { name: '记巡查', exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('选一个站点。').waitFor();
    await choose(page, '站点', '一马路爱心驿站');
    await form.getByLabel('查了几项').fill('8');
    await form.getByRole('button', { name: '加一个问题' }).click();
    await form.getByLabel('问题 1', { exact: true }).fill('灭火器过期');
    await expect.poll(() => form.getByLabel('要求哪天前整改好').inputValue()).toBe('2026-12-11');
    await look(page, 'inspection-form');
    expect(await violations(page)).toEqual([]);
    await form.getByLabel('要求哪天前整改好').fill('2026-11-01');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('整改期限不能早于2026年11月26日').waitFor();
    await form.getByLabel('要求哪天前整改好').fill('2026-12-05');
    await form.getByRole('button', { name: '保存' }).click();
    const row = page.getByRole('row').filter({ hasText: '灭火器过期' });
    await row.waitFor();
    expect(await page.getByText('合计：1 次巡查，发现问题 1 个').count()).toBe(1);
    await look(page, 'inspections');
    expect(await violations(page)).toEqual([]);
    const way = await row.getByRole('link', { name: '限期整改' }).getAttribute('href');
    expect(decodeURIComponent(way ?? '').replaceAll('+', ' ')).toContain(
      `/stations/${stationId(1)}?step=rectify&reason=巡查发现：灭火器过期`,
    );
    await row.getByRole('button', { name: /^更正/ }).click();
    await form.getByLabel(/哪天整改好的/).fill('2026-11-26');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('2026年11月26日已整改').first().waitFor();
    await page.getByRole('row').filter({ hasText: '灭火器过期' }).getByRole('button', { name: /^撤回/ }).click();
    await page.getByLabel('原因').fill('记错了站点');
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await page.getByText('还没有记过巡查').waitFor();
    expect((await kept('?withdrawn=1')).items).toMatchObject([{ rev: 3, isWithdrawn: true }]);
    await page.close();
  });

  test('a month is typed like a sheet, and what is kept already stands in it', async () => {
    const first = { ...visitsAsk(1, { station: stationId(2) }), id: 'ab'.repeat(16) };
    expect((await officer.post('/api/v1/entries', { id: 'cd'.repeat(16), entries: [first] })).status).toBe(200);
    const page = await open(desk, '/entries/month');
    const cell = (station: string, column: string) => page.getByLabel(`${station}，${column}`);
    await cell('德化街爱心驿站', '快递员').waitFor();
    expect(await page.getByLabel('月份').inputValue()).toBe('2026-10');
    expect(await cell('德化街爱心驿站', '快递员').inputValue()).toBe('120');
    await cell('一马路爱心驿站', '计数天数').focus();
    await page.keyboard.type('26');
    await page.keyboard.press('Tab');
    await page.keyboard.type('300');
    await page.keyboard.press('Enter');
    await page.keyboard.type('130');
    await cell('福寿街劳动者港湾', '司机').fill('很多');
    await expect.poll(() => cell('福寿街劳动者港湾', '司机').getAttribute('aria-invalid')).toBe('true');
    await cell('福寿街劳动者港湾', '司机').fill('');
    await look(page, 'month');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^保存/ }).click();
    await page.getByText('保存好了，2 个站点。').waitFor();
    const { items, totals } = await kept('?kind=visits');
    expect(totals).toEqual([{ kind: 'visits', count: 2, amount: 536 }]);
    const people = items.map(({ body }: { body: { people: { courier: number } } }) => body.people.courier);
    expect(people.sort()).toEqual([130, 300]);
    await page.close();
  });

  test('on a phone without a net what was typed stays, and is sent once when the net is back', async () => {
    const inspector = clerkAt(
      stage.server.app,
      { union: '410103', functions: ['inspector'] },
      { id: 'xunchayuan', stations: [stationId(3)] },
    );
    const phone = await stage.desktop(inspector, { viewport: { width: 390, height: 844 } });
    const page = await open(phone, '/entries');
    await page.getByRole('button', { name: '记巡查', exact: true }).first().click();
    const form = page.getByRole('dialog');
    await choose(page, '站点', '福寿街劳动者港湾');
    await form.getByLabel('查了几项').fill('5');
    await look(page, 'phone-form');
    expect(await violations(page)).toEqual([]);
    await phone.setOffline(true);
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('没连上服务器，填的内容还在').waitFor();
    await phone.setOffline(false);
    await page.reload();
    await page.getByRole('button', { name: '记巡查', exact: true }).first().click();
    await form.getByText('接着上次没保存的填').waitFor();
    expect(await form.getByLabel('查了几项').inputValue()).toBe('5');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('日常巡查，查 5 项，没发现问题').first().waitFor();
    await look(page, 'phone-list');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect((await kept('?kind=inspection')).items).toHaveLength(1);
    await phone.close();
  });
});
