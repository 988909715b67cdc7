import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { gcj02 } from '../../shared/geo/point.ts';
import type { Station } from '../../shared/station/station.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { at, registering } from '../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../fixtures/make/signed.ts';
import { date, sampleStation, stationId } from '../shared/station/sample.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

/** Where pictures of what the test saw are put, for people who look; nowhere when unset. */
const SEEN = process.env.SEEN;
/** What a slow machine needs at most to draw a page. */
const SLOW = 30_000;

const station = (n: number, over: Partial<Station> = {}): Station =>
  sampleStation({
    id: stationId(0x6000 + n),
    code: null,
    rev: 1,
    name: `中原路爱心驿站${n}`,
    address: `中原路 ${n} 号`,
    hostName: `中原路商户${n}`,
    point: gcj02(113.613 - n / 500, 34.748),
    ...over,
  });

let stage: ClerkStage;
let officer: Clerk;
let approver: Clerk;

beforeAll(async () => {
  const twin = { name: '中原路爱心驿站1', address: '中原路 1 号', hostName: '中原路商户1' };
  stage = await openClerkStage({
    stations: [station(1), station(2), station(3, { ...twin, point: gcj02(113.61109, 34.74802) })],
    now: at('2026-11-26T14:20:00+08:00'),
  });
  stage.server.clock.now = at('2026-12-06T09:00:00+08:00');
  officer = clerkAt(stage.server.app, { union: '410102', functions: ['officer'] }, { id: 'county-officer' });
  approver = clerkAt(stage.server.app, { union: '410100', functions: ['approver'] }, { id: 'city-approver' });
});
afterAll(() => stage.close());

async function see(page: Page, name: string): Promise<void> {
  if (SEEN) await page.screenshot({ path: `${SEEN}/${name}.png`, fullPage: true });
}

async function faultsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await axeOn(page).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function openPage(clerk: Clerk, path: string): Promise<Page> {
  const desktop = await stage.desktop(clerk);
  const page = await desktop.newPage();
  page.setDefaultTimeout(SLOW);
  await page.goto(`${stage.origin}/admin${path}`);
  return page;
}

const headOf = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor();

describe('figures handed upward', () => {
  test('a county hands in with its notes, is sent back, hands in again and is signed; what is known later is a correction', async () => {
    const county = await openPage(officer, '/figures/submissions');
    await headOf(county, '上报');
    expect(await county.getByRole('row', { name: /2026年11月/ }).innerText()).toContain('迟了');
    expect(await faultsOn(county)).toEqual([]);
    await see(county, 'submissions-own');

    await county.getByRole('link', { name: '2026年11月' }).click();
    await headOf(county, '2026年11月 · 中原区总工会');
    const submit = county.getByRole('button', { name: '上报', exact: true });
    // Nothing is handed in while a warning stands without a word.
    expect(await submit.isDisabled()).toBe(true);
    const notes = county.getByRole('textbox', { name: /^说明/ });
    for (const note of await notes.all()) await note.fill('正在打电话核对，下期补上');
    expect(await faultsOn(county)).toEqual([]);
    await see(county, 'submission-open');
    // By keys alone: the button, then the dialog's own.
    await submit.focus();
    await county.keyboard.press('Enter');
    const dialog = county.getByRole('dialog');
    await dialog.getByText('各表的数从现在起定住').waitFor();
    await see(county, 'submission-confirm');
    await dialog.getByRole('button', { name: '上报' }).press('Enter');
    await county.getByText('现在等郑州市总工会的审核人').waitFor();

    const city = await openPage(approver, '/figures/submissions');
    await headOf(city, '上报');
    expect(await city.getByRole('heading', { name: /2026年11月迟了的/ }).innerText()).toMatch(/\d+ 家/);
    expect(await faultsOn(city)).toEqual([]);
    await see(city, 'submissions-city');
    await city.getByRole('link', { name: '中原区总工会2026年11月' }).click();
    await city.getByRole('button', { name: '退回' }).click();
    const back = city.getByRole('dialog');
    await back.getByRole('button', { name: '退回' }).click();
    await back.getByText('写明要改什么').waitFor();
    await back.getByRole('textbox', { name: '第 1 条：要改什么' }).fill('开放时间不清楚的先问清');
    expect(await faultsOn(city)).toEqual([]);
    await see(city, 'submission-return');
    await back.getByRole('button', { name: '退回' }).click();
    await city.getByText('退回，要改这些').waitFor();

    await county.getByRole('button', { name: '刷新' }).click();
    await county.getByText('开放时间不清楚的先问清').first().waitFor();
    await see(county, 'submission-returned');
    // What was said before stands there again.
    await county.getByRole('button', { name: '上报', exact: true }).click();
    await county.getByRole('dialog').getByRole('button', { name: '上报' }).click();
    await county.getByText('现在等郑州市总工会的审核人').waitFor();

    await city.getByRole('button', { name: '刷新' }).click();
    await city.getByRole('button', { name: '签认' }).click();
    await city.getByRole('dialog').getByText('永远不再改变').waitFor();
    await city.getByRole('dialog').getByRole('button', { name: '签认' }).click();
    await city.getByText('已经签认，永远不再改变。').waitFor();
    await city.getByRole('button', { name: '核对' }).click();
    await city.getByText('校验值一样').waitFor();
    expect(await faultsOn(city)).toEqual([]);
    await see(city, 'submission-signed');

    stage.server.clock.now = at('2027-01-02T09:00:00+08:00');
    await stage.server.apply([{ ...registering(station(9)), effectiveOn: date('2026-11-20') }]);
    await county.goto(`${stage.origin}/admin/figures/submissions/410102/2026-12`);
    await county.getByRole('link', { name: '补计 1 个' }).waitFor();
    await see(county, 'submission-next');
    await city.goto(`${stage.origin}/admin/figures/submissions/410100/2026-11`);
    const row = city.getByRole('row', { name: /^中原区总工会/ });
    await row.getByRole('link', { name: /相差 \+1 个/ }).waitFor();
    await see(city, 'submission-below');
    await Promise.all([county.context().close(), city.context().close()]);
  });
});

describe('what is doubtful in the register', () => {
  test('is counted, listed, and a pair is answered once', async () => {
    const page = await openPage(officer, '/figures/quality');
    await headOf(page, '数据质量');
    await page.getByRole('link', { name: '50 米内另有站点：看清单' }).click();
    await page.getByText('很可能是同一个').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await see(page, 'quality-pairs');
    const merge = page.getByRole('link', { name: /^把中原路爱心驿站1并入/ }).first();
    const path = (await merge.getAttribute('href'))?.replace(/^\/admin/, '') ?? '';
    expect(path).toMatch(/^\/stations\/[0-9a-f]{32}\?step=merge&successor=\d{15}&reason=/);
    await page.getByRole('button', { name: /不是同一个/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('一个在东门，一个在西门');
    await page.getByRole('dialog').getByRole('button', { name: '不是同一个' }).click();
    await page.getByText('没有等人看的了').waitFor();
    // Whoever may merge finds the other one filled in already.
    const city = await openPage(approver, path);
    const filled = city.getByRole('dialog').getByRole('textbox', { name: '接替它的站点编码' });
    expect(await filled.inputValue()).toMatch(/^\d{15}$/);
    await city.context().close();
    await page.getByRole('link', { name: '开放时间不清楚：看清单' }).click();
    await page.getByRole('link', { name: '中原路爱心驿站2' }).waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await see(page, 'quality-list');
    await page.context().close();
  });
});
