import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeOn } from '../fixtures/make/axe.ts';
import { hasChromium } from '../fixtures/make/chromium.ts';
import { clerkAt } from '../fixtures/make/signed.ts';
import { region, sampleStation, stationId, union } from '../shared/station/sample.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

const STATION = sampleStation({
  id: stationId(7),
  rev: 1,
  code: null,
  name: '东风路爱心驿站',
  region: region('410105'),
  union: union('410105'),
});

describe.runIf(hasChromium)('forms in two tabs of one browser', { timeout: 120_000 }, () => {
  let stage: ClerkStage;
  let desk: BrowserContext;
  beforeAll(async () => {
    stage = await openClerkStage({ stations: [STATION] });
    desk = await stage.desktop(clerkAt(stage.server.app, { union: '410105', functions: ['officer'] }));
  });
  afterAll(() => stage.close());

  const open = async (path: string): Promise<Page> => {
    const page = await desk.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${stage.origin}/admin${path}`);
    return page;
  };
  const name = (page: Page) => page.getByLabel(/^站点名称/);
  const kept = (page: Page) => page.getByText(/草稿已存在本机/).waitFor();

  test('for new stations write a draft each; what a tab has open is not offered to another', async () => {
    const [one, two] = [await open('/stations/new'), await open('/stations/new')];
    await name(one).fill('第一个驿站');
    await name(two).fill('第二个驿站');
    await Promise.all([kept(one), kept(two)]);
    await two.close();
    const three = await open('/stations/new');
    await three.getByText('这台机器上有 1 份没填完的').waitFor();
    expect(await three.getByText('第二个驿站').count()).toBe(1);
    const { violations } = await axeOn(three).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await three.close();
    await one.reload();
    await one.getByText('这台机器上有 2 份没填完的').waitFor();
    await one.close();
  });

  test('for one station say where it is open; taken over, nothing typed is lost, and it comes back when the other closes', async () => {
    const path = `/stations/${STATION.id}/revise`;
    const one = await open(path);
    await name(one).fill('东风路驿站');
    await kept(one);
    const two = await open(path);
    await two.getByText('这张表在另一个标签页里开着').waitFor();
    const { violations } = await axeOn(two).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await two.getByRole('button', { name: '改在这里填' }).click();
    await two.getByRole('button', { name: '恢复上次没填完的' }).click();
    expect(await name(two).inputValue()).toBe('东风路驿站');
    await one.getByText('这张表在另一个标签页里开着').waitFor();
    await name(two).fill('东风路新驿站');
    await two.close();
    await one.getByRole('button', { name: '恢复上次没填完的' }).click();
    expect(await name(one).inputValue()).toBe('东风路新驿站');
  });
});
