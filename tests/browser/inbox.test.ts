import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { gcj02 } from '../../shared/geo/point.ts';
import { parseHours } from '../../shared/station/hours-parse.ts';
import type { Station } from '../../shared/station/station.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { placeReport, stationReport } from '../fixtures/make/report.ts';
import { type Clerk, clerkAt } from '../fixtures/make/signed.ts';
import { region, sampleStation, stationId, union } from '../shared/station/sample.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

/** Where pictures of what the test saw are put, for people who look; nowhere when unset. */
const SEEN = process.env.SEEN;

const hours = parseHours('24小时').hours;
const at = (n: number, name: string): Station =>
  sampleStation({
    id: stationId(n),
    name,
    hours,
    region: region('410103'),
    union: union('410103'),
    address: `郑州市二七区一马路${n}号`,
    point: gcj02(113.665 + n * 0.001, 34.757),
    code: null,
    rev: 1,
  });
const STATIONS = [at(1, '一马路爱心驿站'), at(2, '德化街爱心驿站'), at(3, '福寿街劳动者港湾')];

let stage: ClerkStage;
let clerk: Clerk;
let desk: BrowserContext;
const codeOf = async (n: number) => (await stage.server.store.stationsById([stationId(n)]))[0]?.code ?? '';

beforeAll(async () => {
  stage = await openClerkStage({ stations: STATIONS });
  clerk = clerkAt(stage.server.app, { union: '410100', functions: ['officer'] }, { id: 'lihua' });
  desk = await stage.desktop(clerk);
  const picture = await sharp({ create: { width: 300, height: 220, channels: 3, background: '#8a6' } })
    .jpeg()
    .toBuffer();
  const seenAt = '2026-11-26T10:00:00+08:00';
  await file(
    stationReport(await codeOf(2), {
      kind: 'broken',
      amenity: 'water',
      text: '饮水机没水，按了没反应',
      seenAt,
      photo: picture.toString('base64'),
    }),
  );
  await file(stationReport(await codeOf(1), { seenAt, text: '十点了还锁着' }));
  await file(placeReport({ place: { name: '东门口', address: '二七区一马路东口', region: '410103', point: null } }));
});
afterAll(() => stage.close());

async function file(body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const sent = await stage.server.app.request('/api/v1/reports', {
    method: 'POST',
    body: JSON.stringify(body),
    headers,
  });
  expect(sent.status).toBe(200);
}

async function see(page: Page, name: string): Promise<void> {
  if (SEEN) await page.screenshot({ path: `${SEEN}/${name}.png` });
}

async function faultsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await axeOn(page).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function openPage(path: string, context = desk): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${stage.origin}/admin${path}`);
  return page;
}

describe('the inbox', () => {
  test('a worker’s shut door comes on top, is answered, and the worker reads the answer', async () => {
    const phone = await stage.browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
    const worker = await phone.newPage();
    await worker.goto(`${stage.origin}/s/${await codeOf(1)}`);
    await worker.getByRole('link', { name: '不对？告诉工会' }).click();
    await worker.getByRole('button', { name: '门关着' }).click();
    await worker.getByRole('button', { name: '补一句、加照片' }).click();
    await worker.locator('textarea').fill('中午来也锁着');
    await worker.getByRole('button', { name: '发出去' }).click();
    await worker.getByText('发出去了').waitFor({ timeout: 60_000 });

    const page = await openPage('/reports');
    const cards = page.getByRole('article');
    await cards.first().waitFor();
    expect(await cards.getByRole('heading').allTextContents()).toEqual(['一马路爱心驿站', '德化街爱心驿站', '东门口']);
    const card = page.getByRole('article', { name: '一马路爱心驿站' });
    await card.getByText('开放时间里关着门 2 次').waitFor();
    await page.getByText('没答复 4').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await see(page, 'inbox-desktop');

    await card.getByRole('button', { name: '一起答复 2 条' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '办结并答复' }).click();
    await dialog.getByText('写一句答复，别让人白等。').waitFor();
    await dialog.getByRole('button', { name: '按时开门了' }).click();
    const answer = dialog.getByLabel('答复（反馈的人看得到）');
    expect(await answer.inputValue()).toContain('12351');
    await answer.fill('锁换了，今天起按时开门。');
    expect(await faultsOn(page)).toEqual([]);
    await see(page, 'inbox-answer');
    await dialog.getByRole('button', { name: '办结并答复' }).click();
    await card.waitFor({ state: 'detached' });
    await page.getByText('没答复 2').waitFor();

    await worker.getByRole('link', { name: '看我的反馈' }).click();
    await worker.getByText('锁换了，今天起按时开门。').waitFor({ timeout: 60_000 });
    await worker.getByText('办好了').first().waitFor();
    await phone.close();

    await page.getByRole('button', { name: '答复过的' }).click();
    await page.getByRole('article', { name: '一马路爱心驿站' }).getByText('锁换了，今天起按时开门。').first().waitFor();
    await page.close();
  });

  test('shows the photo, leads to a revision, a rectification and a registration, and takes up by one press', async () => {
    const page = await openPage('/reports');
    const card = page.getByRole('article', { name: '德化街爱心驿站' });
    const photo = card.getByRole('img', { name: /照片/ });
    await photo.waitFor();
    await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(300);
    const hrefs = await card
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.some((href) => /\/admin\/stations\/[0-9a-f]{32}\/revise\?from=[0-9a-f]{32}$/.test(href))).toBe(true);
    const rectify = hrefs.find((href) => href.includes('step=rectify')) ?? '';
    expect(decodeURIComponent(rectify)).toContain('reason=劳动者反馈：设施坏了：喝水。');
    const place = page.getByRole('article', { name: '东门口' });
    expect(await place.getByRole('link', { name: '登记成站点' }).getAttribute('href')).toMatch(
      /\/stations\/new\?from=/,
    );
    await card.getByRole('button', { name: '受理' }).click();
    await card.getByText('已受理').waitFor();
    await page.getByRole('button', { name: '已受理 1' }).click();
    await place.waitFor({ state: 'detached' });
    expect(await page.getByRole('article').count()).toBe(1);
    await page.close();
  });

  test('begins a rectification, a revision and a registration with what was said', async () => {
    const page = await openPage('/reports');
    await page.getByRole('article', { name: '德化街爱心驿站' }).getByRole('link', { name: '限期整改' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('textbox').first().inputValue()).toBe('劳动者反馈：设施坏了：喝水。');
    await page.goto(`${stage.origin}/admin/reports`);
    await page.getByRole('article', { name: '德化街爱心驿站' }).getByRole('link', { name: '变更资料' }).click();
    await page.getByText('劳动者反馈“设施坏了：喝水”。饮水机没水').waitFor();
    await page.goto(`${stage.origin}/admin/reports`);
    await page.getByRole('article', { name: '东门口' }).getByRole('link', { name: '登记成站点' }).click();
    await page.getByText('劳动者反馈“推荐一个新地点”').waitFor();
    const typed = () => page.locator('input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    await expect.poll(typed).toContain('东门口');
    await page.close();
  });

  test('says at once when a colleague was faster, and what was typed stays', async () => {
    const page = await openPage('/reports');
    const place = page.getByRole('article', { name: '东门口' });
    await place.getByRole('button', { name: '答复' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('答复（反馈的人看得到）').fill('记下了，明年建。');
    const { groups } = await (await clerk.get('/api/v1/inbox?kind=new-place')).json();
    const reports = [groups[0].reports[0].id];
    const step = { kind: 'dismiss', answer: '同事先答了' };
    expect((await clerk.post('/api/v1/inbox/steps', { id: 'e'.repeat(32), reports, step })).status).toBe(200);
    await dialog.getByRole('button', { name: '办结并答复' }).click();
    await dialog.getByRole('alert').filter({ hasText: '不予受理' }).waitFor();
    expect(await dialog.getByLabel('答复（反馈的人看得到）').inputValue()).toBe('记下了，明年建。');
    await page.close();
  });

  test('fits a phone', async () => {
    const context = await stage.desktop(clerk, { viewport: { width: 390, height: 844 } });
    const page = await openPage('/reports', context);
    await page.getByRole('article').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await see(page, 'inbox-phone');
    await page.goto(`${stage.origin}/admin/history`);
    await page.getByText('看全部').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await see(page, 'history-phone');
    await context.close();
  });
});

describe('the log', () => {
  test('tells in words what was done to the reports, opens a row whole, narrows to one account, and is exported', async () => {
    const page = await openPage('/history');
    const first = page.getByRole('row').nth(1);
    await first.waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await see(page, 'history-desktop');
    await page
      .getByRole('button', { name: /看全部/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('业务日期').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await see(page, 'history-row');
    await dialog.getByRole('button', { name: '只看这个人做的' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('actor')).not.toBeNull();
    await page.getByRole('button', { name: '清空' }).click();
    await page.getByLabel('站点编码').fill('12');
    await page.getByRole('button', { name: '查', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: '清空' }).click();
    await page.getByRole('row').nth(1).waitFor();
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('button', { name: '准备文件' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^操作日志-截至2026-11-26第\d+条\.csv$/);
    await page.close();
  });
});
