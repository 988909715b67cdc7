import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCode, type StationCode } from '../../shared/station/code.ts';
import type { StationId } from '../../shared/station/station.ts';
import { region } from '../shared/station/sample.ts';
import { openDesk } from './desk.ts';
import { blink, openStage, type Stage, said, settled } from './stage.ts';

const RETIRED = '测试老街驿站';
const MOVED = '测试码头驿站';

let stage: Stage;
let retired: StationCode;
let moved: StationCode;
beforeAll(async () => {
  stage = await openStage([
    `${RETIRED},二七区,郑州市二七区老街1号,,113.664,34.756,24小时,,饮水`,
    `${MOVED},二七区,郑州市二七区码头街2号,,113.666,34.756,24小时,,饮水`,
  ]);
  const desk = await openDesk(stage.folder);
  const [gone, left] = [await desk.find(RETIRED), await desk.find(MOVED)];
  await desk.does(gone, { kind: 'retire' });
  await desk.does(left, { kind: 'move', metres: 400, newStation: 'ab'.repeat(16) as StationId });
  await desk.close();
  if (gone.code === null || left.code === null) throw new Error('no codes');
  [retired, moved] = [gone.code, left.code];
});
afterAll(() => stage.close());

function askedCodes(): readonly string[] {
  return stage.door.asked.flatMap(({ path }) => /^\/api\/v1\/stations\/(.*)$/.exec(path)?.[1] ?? []);
}

async function scanned(code: string): Promise<Page> {
  const page = await (await stage.phone()).newPage();
  page.setDefaultTimeout(30_000);
  stage.door.asked.length = 0;
  await page.goto(`${stage.origin}/s/${code}`);
  return page;
}

describe('an old plaque, scanned by a phone that has never been here', () => {
  test('of a station that was given up: its name, why, and where to go now', async () => {
    const page = await scanned(retired);
    await page.getByRole('heading', { level: 1, name: RETIRED }).waitFor();
    await said(page, '已退出');
    await said(page, '退出原因：来的人太少。');
    // Told by the city's own changes, it comes without a place to look round from: the phone's own is asked for.
    const nearby = page.getByRole('heading', { level: 2, name: '现在开着' });
    const locate = page.getByRole('button', { name: '定位，看最近开着的' });
    await nearby.or(locate).first().waitFor();
    if (await locate.isVisible()) await locate.click();
    await nearby.waitFor();
    expect(await page.title()).toContain('已退出');
    // The code is asked for once at most, alone, and only after its city had come.
    expect(askedCodes().filter((code) => code !== retired)).toEqual([]);
    expect(askedCodes().length).toBeLessThanOrEqual(1);
    await page.context().close();
  });

  test('of one that moved away: leads to the new one', async () => {
    const page = await scanned(moved);
    await said(page, '已迁走');
    await page.getByRole('link', { name: '看新的站点' }).click();
    await page.getByRole('heading', { level: 1, name: MOVED }).waitFor();
    expect(new URL(page.url()).pathname).not.toContain(moved);
    await page.context().close();
  });

  test('of one nobody registered: says so', async () => {
    const page = await scanned(makeCode(region('410103'), 1, 4321));
    await said(page, '没有这个站');
    await said(page, '没有登记过站点');
    await page.context().close();
  });

  test('without a net nothing is made up; with the net back it is asked again, untouched', async () => {
    const page = await scanned(makeCode(region('410103'), 1, 4321));
    await said(page, '没有登记过站点');
    await settled(page);
    stage.door.spoil('reset');
    stage.door.asked.length = 0;
    await page.goto(`${stage.origin}/s/${retired}`);
    // Unless the city's own changes told of it, all that can be said is what may be.
    await said(page, /可能早就退出了|已退出/);
    stage.door.mend();
    await blink(page.context());
    await said(page, '退出原因：来的人太少。');
    await page.context().close();
  });
});
