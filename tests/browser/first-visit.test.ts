import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HERE, hero, openList, openStage, type Stage, settled } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('a first visit', () => {
  test('shows the open door first, how far and until when, with nothing asked before', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    const text = await hero(page).innerText();
    expect(text).toContain('测试德化街驿站');
    expect(text).toContain('240');
    expect(text).toContain('开放中');
    expect(text).toContain('未核实');
    expect(await page.getByText('时间不详的 1 个').count()).toBe(1);
    await phone.close();
  });

  test('sends no position anywhere and talks to no other host', async () => {
    const phone = await stage.phone();
    const asked: { url: string; body: string }[] = [];
    phone.on('request', (request) => asked.push({ url: request.url(), body: request.postData() ?? '' }));
    const page = await openList(phone, stage.origin);
    await settled(page);
    await page.getByRole('link', { name: '详情' }).click();
    await page.getByRole('heading', { name: '怎么进' }).waitFor();
    expect(asked.length).toBeGreaterThan(4);
    expect(
      asked.filter(({ url }) => !url.startsWith(stage.origin) && !url.startsWith('data:') && !url.startsWith('blob:')),
    ).toEqual([]);
    // Any two decimals of where the phone is would place it within a kilometre.
    const traces = [HERE.lng.toFixed(2), HERE.lat.toFixed(2), '113.65', '113.66', '34.75', '34.76'];
    expect(asked.filter(({ url, body }) => traces.some((trace) => `${url}${body}`.includes(trace)))).toEqual([]);
    await phone.close();
  });

  test('in flight mode from a cold start the list is there, and the entrance two taps away', async () => {
    const phone = await stage.phone();
    const first = await openList(phone, stage.origin);
    await settled(first);
    await first.close();
    await phone.setOffline(true);
    const page = await openList(phone, stage.origin);
    expect(await hero(page).innerText()).toContain('测试德化街驿站');
    await page.getByRole('link', { name: '详情' }).click();
    await page.getByText('建设路储蓄所一楼进门右手边').first().waitFor();
    await phone.close();
  });
});
