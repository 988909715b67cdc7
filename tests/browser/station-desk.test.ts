import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcj02 } from '../../shared/geo/point.ts';
import { instant } from '../../shared/kernel/instant.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { hasChromium } from '../fixtures/make/chromium.ts';
import { clerkAt } from '../fixtures/make/signed.ts';
import { JINSHUI } from '../fixtures/world/stations.ts';
import { region, sampleStation, stationId, union } from '../shared/station/sample.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

const TWIN = sampleStation({
  id: stationId(7),
  rev: 1,
  code: null,
  name: '东风路爱心驿站',
  address: '东风路 8 号',
  region: region('410105'),
  union: union('410105'),
  point: gcj02(JINSHUI.lng, JINSHUI.lat),
});
/** Some twenty metres east of the twin, as copied from Baidu’s, latitude first. */
const PASTED = '34.766520, 113.687120';

describe.runIf(hasChromium)('a station at the desks of its unions', () => {
  let stage: ClerkStage;
  let officer: BrowserContext;
  let colleague: BrowserContext;
  let approver: BrowserContext;
  beforeAll(async () => {
    stage = await openClerkStage({ stations: [TWIN] });
    const { app } = stage.server;
    officer = await stage.desktop(clerkAt(app, { union: '410105', functions: ['officer'] }));
    colleague = await stage.desktop(clerkAt(app, { union: '410105', functions: ['officer'] }));
    approver = await stage.desktop(clerkAt(app, { union: '410100', functions: ['approver'] }));
  });
  afterAll(() => stage.close());

  const open = async (desk: BrowserContext, path: string): Promise<Page> => {
    const page = await desk.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${stage.origin}/admin${path}`);
    return page;
  };
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const clean = async (page: Page) => {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const { violations } = await axeOn(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };

  test('a clerk registers, the neighbour is answered, the city approves and accepts, workers see it open and then suspended', {
    timeout: 150_000,
  }, async () => {
    const form = await open(officer, '/stations/new');
    await press(form, '提交审核');
    const name = form.getByLabel(/^站点名称/);
    await expect.poll(() => form.getByText('站点名称还没填，补上再提交。').isVisible()).toBe(true);
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await name.fill('东风路户外劳动者驿站');
    await form.getByLabel(/^地址/).fill('东风路 10 号');
    await form.getByPlaceholder(/粘贴坐标/).fill(PASTED);
    await form.getByText('先写的是纬度，已经调过来了。').waitFor();
    await form.getByText('金水区', { exact: false }).first().waitFor();
    await press(form, '银行 9–17');
    await form.getByText('基本六样都有').click();
    await clean(form);

    // A reload loses nothing.
    await form.reload();
    await press(form, '恢复上次没填完的');
    await expect.poll(() => name.inputValue()).toBe('东风路户外劳动者驿站');

    await form.getByText('附近有 1 个相似的').waitFor();
    await press(form, '提交审核');
    await form.getByText('写明和上面这些站点不同在哪，再提交。').waitFor();
    await form.getByLabel('不是同一个，因为…').fill('那个在银行里，这个在隔壁社区');
    await press(form, '提交审核');
    await form.getByRole('heading', { name: '东风路户外劳动者驿站' }).waitFor();
    await form.getByText('待审核').first().waitFor();
    const path = new URL(form.url()).pathname.replace('/admin', '');

    const city = await open(approver, path);
    await clean(city);
    await press(city, '审核通过');
    await city.getByRole('dialog').getByText('劳动者还看不到').waitFor();
    await city.getByRole('dialog').getByRole('button', { name: '审核通过' }).click();
    await city.getByText('建设中').first().waitFor();
    await press(city, '验收');
    await city.getByRole('dialog').getByText('马上发站点编码').waitFor();
    for (const box of await city.getByRole('dialog').getByRole('checkbox').all()) await box.check();
    await city.getByRole('dialog').getByRole('button', { name: '验收' }).click();
    await city.getByText(/^410105 1 0000\d\d \d\d$/).waitFor();

    await form.reload();
    await press(form, '暂停');
    await form.getByRole('dialog').getByRole('button', { name: '暂停' }).click();
    await form.getByText('写明原因，以后查得到。').waitFor();
    await form.getByLabel('为什么暂停（劳动者会看到）').fill('水管改造');
    await form.getByLabel(/^预计恢复日期/).fill('2026-12-01');
    await form.getByRole('dialog').getByRole('button', { name: '暂停' }).click();
    await form.getByText('12月1日恢复').first().waitFor();
    await form.getByRole('tab', { name: '历史' }).click();
    for (const step of ['暂停', '验收', '审核通过', '提交', '起草']) {
      await form.getByRole('listitem').getByText(step, { exact: true }).first().waitFor();
    }
    await clean(form);

    const code = (await city.getByText(/^410105 1 0000\d\d \d\d$/).textContent())?.replace(/\s/g, '');
    // Within half a second of its clock the server answers from what it read before.
    stage.server.clock.now = instant(stage.server.clock.now + 1000);
    const answer = await stage.server.get(`/api/v1/stations/${code}`);
    expect(await answer.json()).toMatchObject({
      name: '东风路户外劳动者驿站',
      status: 'suspended',
      statusNote: { reason: '水管改造', until: '2026-12-01' },
      openState: { state: 'closed' },
    });
    const phone = await stage.browser.newPage();
    await phone.goto(`${stage.origin}/s/${code}`);
    await phone.getByText('暂停开放').first().waitFor({ timeout: 60_000 });
    await phone.getByText('水管改造').first().waitFor();
    await phone.close();
  });

  test('two clerks change one station: the second sees both sides and chooses, and nothing is lost unseen', async () => {
    const [first, second] = [
      await open(officer, `/stations/${TWIN.id}/revise`),
      await open(colleague, `/stations/${TWIN.id}/revise`),
    ];
    await first.getByLabel(/^怎么找到门/).fill('一楼大堂');
    await second.getByLabel(/^怎么找到门/).fill('二楼东头');
    await second.getByLabel(/^公开电话/).fill('0371-12351');
    await press(first, '提交变更');
    await first.getByRole('heading', { name: TWIN.name, exact: true }).waitFor();
    await press(second, '提交变更');
    const choice = second.getByRole('dialog', { name: '别人刚改过这个站点' });
    await choice.getByText('一楼大堂').waitFor();
    await choice.getByText(TWIN.entrance ?? '').waitFor();
    expect(await choice.getByRole('button', { name: '按选的保存' }).isDisabled()).toBe(true);
    await choice.getByRole('radio', { name: /用现在的：一楼大堂/ }).check();
    await choice.getByRole('button', { name: '按选的保存' }).click();
    await second.getByRole('heading', { name: TWIN.name, exact: true }).waitFor();
    const [stored] = await stage.server.store.stationsById([TWIN.id]);
    expect(stored).toMatchObject({ entrance: '一楼大堂', publicPhone: '0371-12351' });
  });

  test('a new name waits for an approver who sees it before and after, and workers see it once it is agreed to', async () => {
    const form = await open(officer, `/stations/${TWIN.id}/revise`);
    await form.getByLabel(/^站点名称/).fill('东风路暖心驿站');
    await form.getByText('站点名称要审核人同意').waitFor();
    await press(form, '提交变更');
    await form.getByText('有一份变更在等审核').waitFor();
    expect((await stage.server.store.stationsById([TWIN.id]))[0]?.name).toBe(TWIN.name);
    const city = await open(approver, `/stations/${TWIN.id}`);
    await city.getByRole('row', { name: /站点名称 东风路爱心驿站 东风路暖心驿站/ }).waitFor();
    await press(city, '同意');
    await city.getByRole('dialog').getByRole('button', { name: '同意' }).click();
    await city.getByRole('heading', { name: '东风路暖心驿站', exact: true }).waitFor();
    expect((await stage.server.store.stationsById([TWIN.id]))[0]?.name).toBe('东风路暖心驿站');
  });
});
