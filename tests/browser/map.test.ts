import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HERE, openList, openStage, type Stage, settled } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const VIEW = `#v=${HERE.lng.toFixed(5)},${HERE.lat.toFixed(5)},14`;
/** 549 m east at that zoom. */
const EAST_PX = 70;

/** Browsers on a machine that does other things as well. */
const PATIENCE = 90_000;

describe('the map', { timeout: PATIENCE }, () => {
  test('a mark tapped tells of its station, and 详情 opens it', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    await page.goto(`${stage.origin}/map${VIEW}`);
    await marks(page);
    const box = await page.locator('.leaflet-container').boundingBox();
    if (box === null) throw new Error('there is no map');
    await page.touchscreen.tap(box.x + box.width / 2 + EAST_PX, box.y + box.height / 2);
    await page.getByRole('heading', { level: 2, name: '测试大同路驿站' }).waitFor();
    await page.getByRole('link', { name: '详情' }).click();
    await page.getByRole('heading', { level: 1, name: '测试大同路驿站' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 2, name: '测试大同路驿站' }).waitFor();
    await phone.close();
  });

  test('in flight mode from a cold start there are ground, stations and the answer', async () => {
    const phone = await stage.phone();
    const first = await openList(phone, stage.origin);
    await settled(first);
    await first.close();
    await phone.setOffline(true);
    const page = await phone.newPage();
    await page.goto(`${stage.origin}/map`);
    await page.getByRole('heading', { level: 2, name: '测试德化街驿站' }).waitFor();
    await page.getByText('内置底图').first().waitFor();
    await marks(page);
    await page.getByRole('button', { name: '视野里的站点' }).click();
    await page.getByRole('link', { name: /^测试大同路驿站/ }).click();
    await page.getByRole('heading', { level: 2, name: '测试大同路驿站' }).waitFor();
    await phone.close();
  });

  test('where it looks is told to nobody', async () => {
    const phone = await stage.phone();
    const asked: { url: string; body: string }[] = [];
    phone.on('request', (request) => asked.push({ url: request.url(), body: request.postData() ?? '' }));
    const page = await openList(phone, stage.origin);
    await page.getByRole('link', { name: '地图' }).click();
    await marks(page);
    await page.getByRole('button', { name: '放大' }).click();
    await page.waitForFunction(() => location.hash.includes('v='));
    expect(asked.some(({ url }) => url.includes('MapScreen'))).toBe(true);
    const outside = asked.filter(({ url }) => !/^(data|blob):/.test(url) && !url.startsWith(stage.origin));
    expect(outside).toEqual([]);
    const traces = [HERE.lng.toFixed(2), HERE.lat.toFixed(2), '113.66', '34.75', '34.76'];
    const sent = asked.map(({ url, body }) => `${url.split('#')[0]}${body}`);
    expect(sent.filter((one) => traces.some((trace) => one.includes(trace)))).toEqual([]);
    await phone.close();
  });
});

/** Waits until something is drawn on the stations' canvas. */
async function marks(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-stations-pane canvas');
    const to = canvas?.getContext('2d');
    if (canvas === null || !to || canvas.width === 0) return false;
    return to.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value !== 0);
  });
}
