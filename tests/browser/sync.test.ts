import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stationId } from '../shared/station/sample.ts';
import { type Desk, openDesk } from './desk.ts';
import { blink, hero, openList, openStage, type Stage, said, settled } from './stage.ts';

/** Own stations for each story, so that none stands on what another did. */
const ROWS = [
  '改水管驿站,二七区,郑州市二七区一马路1号,,113.6646,34.7574,24小时,,饮水',
  '要关掉驿站,二七区,郑州市二七区一马路2号,,113.664,34.7576,24小时,,饮水',
  '要搬走驿站,二七区,郑州市二七区一马路3号,,113.6638,34.7562,24小时,,饮水',
  '要改名驿站,二七区,郑州市二七区一马路4号,,113.6635,34.757,24小时,,饮水',
];

let stage: Stage;
let desk: Desk;
beforeAll(async () => {
  stage = await openStage(ROWS);
  desk = await openDesk(stage.folder);
});
afterAll(async () => {
  await desk.close();
  await stage.close();
});

describe('what a clerk changes reaches an open phone at its next look', () => {
  test('a suspended door leaves the first place and its page says why and where to go', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    expect(await hero(page).innerText()).toContain('改水管驿站');
    const station = await desk.find('改水管');
    await desk.does(station, { kind: 'suspend', reason: '水管改造', until: null });
    await blink(phone);
    await hero(page).getByText('要关掉驿站').or(hero(page).getByText('要搬走驿站')).first().waitFor();
    await page.goto(`${stage.origin}/s/${station.code}`);
    await said(page, '水管改造，先别去。');
    await said(page, '去这几个，现在开着');
    await desk.does(station, { kind: 'resume' });
    await blink(phone);
    await said(page, '开放中');
    await phone.close();
  });

  test('a retired one says so on its own page, with the month and the nearest open ones', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    const station = await desk.find('要关掉');
    await page.goto(`${stage.origin}/s/${station.code}`);
    await page.getByRole('heading', { name: '要关掉驿站' }).waitFor();
    await desk.does(station, { kind: 'retire' });
    await blink(phone);
    await said(page, '已退出');
    await said(page, /\d{4}年\d{1,2}月/);
    await said(page, '去这几个，现在开着');
    await page.goto(stage.origin);
    await hero(page).getByText('米').first().waitFor();
    expect(await page.getByText('要关掉驿站').count()).toBe(0);
    await phone.close();
  });

  test('one that moved leads from the old code to the new place', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    const station = await desk.find('要搬走');
    const newStation = stationId(900);
    await desk.does(station, { kind: 'move', metres: 900, newStation });
    await page.goto(`${stage.origin}/s/${station.code}`);
    await said(page, '已迁走');
    await page.getByRole('link', { name: '要搬走驿站', exact: true }).click();
    await page.getByRole('heading', { name: '要搬走驿站' }).waitFor();
    expect(page.url()).not.toContain(String(station.code));
    await phone.close();
  });

  test('a new name is there after a tap on 现在更新', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    await page.getByRole('link', { name: /^要改名驿站，/ }).waitFor();
    await desk.does(await desk.find('要改名'), { kind: 'revise', patch: { name: '改好名驿站' } });
    await page.getByRole('link', { name: '离线' }).click();
    await page.getByRole('button', { name: '现在更新' }).click();
    await page.getByRole('button', { name: '现在更新' }).waitFor();
    await page.getByRole('link', { name: '附近' }).click();
    await page.getByRole('link', { name: /^改好名驿站，/ }).waitFor();
    await phone.close();
  });
});

describe('a code from a plaque', () => {
  test('opens on a phone that never saw the app and says not where it is', async () => {
    const phone = await stage.phone({ locate: false });
    const page = await phone.newPage();
    const { code } = await desk.find('德化街');
    await page.goto(`${stage.origin}/s/${code}`);
    await page.getByRole('heading', { name: '测试德化街驿站' }).waitFor();
    await said(page, '建设路储蓄所一楼进门右手边');
    await phone.close();
  });

  test('opens cold and offline; a slip of the finger and a code nobody knows are told apart', async () => {
    const phone = await stage.phone();
    const first = await openList(phone, stage.origin);
    await settled(first);
    await first.close();
    await phone.setOffline(true);
    const { code } = await desk.find('德化街');
    const page = await phone.newPage();
    await page.goto(`${stage.origin}/s/${code}`);
    await page.getByRole('heading', { name: '测试德化街驿站' }).waitFor();
    const last = String(code).slice(-1);
    await page.goto(`${stage.origin}/s/${String(code).slice(0, -1)}${(Number(last) + 1) % 10}`);
    await said(page, '多半有一位数字抄错了');
    await page.goto(`${stage.origin}/s/410102100003791`);
    await said(page, /手机里没有这个站|抄错了/);
    await phone.close();
  });
});
