import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { hero, openList, openStage, type Stage, said, settled } from './stage.ts';

/** A second city: enough rows that half of its pack is something. */
const LUOYANG = [
  '站点名称,区县,详细地址,入口说明,经度,纬度,开放时间,联系电话,服务设施',
  ...Array.from(
    { length: 60 },
    (_, n) =>
      `测试牡丹路${n + 1}号驿站,涧西区,洛阳市涧西区牡丹路${n + 1}号,第 ${n + 1} 个门,112.${(3950 + n * 7).toString()},34.6600,24小时,,饮水`,
  ),
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const ledger = join(stage.folder, 'luoyang.csv');
  writeFileSync(ledger, LUOYANG.join('\n'));
  stage.command('import', ledger, '--region', '410300', '--datum', 'gcj02');
  // Asked for once, so that its pack is built and has a size.
  expect((await fetch(`${stage.origin}/api/v1/feed?region=410300`)).status).toBe(200);
});
afterEach(() => stage.door.mend());
afterAll(() => stage.close());

async function openOffline(phone: BrowserContext): Promise<Page> {
  const page = await openList(phone, stage.origin);
  await settled(page);
  await page.getByRole('link', { name: '离线' }).click();
  await said(page, '郑州存好了');
  return page;
}

const row = (page: Page, city: string) => page.getByRole('listitem').filter({ hasText: city });
const isPack = ({ path }: { readonly path: string }): boolean => path.startsWith('/packs/');

test('a city is added, paused half way, goes on from there, and is used without a net until it is deleted', async () => {
  const phone = await stage.phone();
  const page = await openOffline(phone);
  stage.door.spoil('held', isPack);
  stage.door.asked.length = 0;
  await page.getByRole('button', { name: '再存一个城市' }).click();
  await page.getByLabel('城市、区县名字或拼音').fill('luoyang');
  const offer = page.getByRole('dialog').getByRole('button', { name: /^洛阳市/ });
  await offer.getByText(/60 个驿站，下载 \d+ KB/).waitFor();
  await offer.click();
  await page.getByRole('dialog').getByText('排上了').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await row(page, '洛阳市')
    .getByText(/正在下载 \d+ \/ \d+ KB/)
    .waitFor();
  const bar = page.getByRole('progressbar', { name: '洛阳市下载了多少' });
  const [got, total] = await bar.evaluate((one) => [
    Number(Reflect.get(one, 'value')),
    Number(Reflect.get(one, 'max')),
  ]);
  expect(got).toBe((total ?? 0) >> 1);
  await page.getByRole('button', { name: '暂停下载洛阳市' }).click();
  await row(page, '洛阳市').getByText('暂停了，已有').waitFor();
  stage.door.mend();
  await page.getByRole('button', { name: '继续下载洛阳市' }).click();
  await row(page, '洛阳市').getByText('60 个').waitFor();
  expect(stage.door.asked.filter(isPack).map(({ headers }) => headers.range)).toEqual([undefined, `bytes=${got}-`]);
  await page.waitForFunction(() => (localStorage.getItem('choices') ?? '').includes('"410300":"saved"'));

  await phone.setOffline(true);
  await page.goto(`${stage.origin}/?at=410305`);
  await hero(page).getByText('牡丹路').first().waitFor();
  await page.goto(`${stage.origin}/offline`);
  await page.getByRole('button', { name: '删除洛阳市' }).click();
  await page.getByRole('dialog').getByText('没有网时，找不到洛阳市的驿站').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
  await row(page, '洛阳市').waitFor({ state: 'detached' });
  await page.reload();
  await row(page, '郑州市').waitFor();
  expect(await row(page, '洛阳市').count()).toBe(0);
  await phone.close();
});

test('the city one stands in, deleted, stays away and says so, until it is wanted again', async () => {
  const phone = await stage.phone();
  const page = await openOffline(phone);
  await page.getByRole('button', { name: '删除郑州市' }).click();
  await page.getByRole('dialog').getByText('你现在就在郑州市').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
  await said(page, '郑州市的数据你删掉了。');
  stage.door.asked.length = 0;
  await page.goto(stage.origin);
  await said(page, '郑州市的数据你删掉了。');
  expect(stage.door.asked.filter(({ path }) => path.includes('region=410100'))).toEqual([]);
  await page.getByRole('button', { name: '存回来' }).click();
  await hero(page).getByText('德化街').first().waitFor();
  await phone.close();
});

test('two tabs of a first visit fetch the city once', async () => {
  const phone = await stage.phone();
  stage.door.asked.length = 0;
  const tabs = await Promise.all([openList(phone, stage.origin), openList(phone, stage.origin)]);
  for (const tab of tabs) await hero(tab).getByText('德化街').first().waitFor();
  await settled(tabs[0]);
  const cities = stage.door.asked.filter(isPack).map(({ path }) => path);
  expect(new Set(cities).size).toBe(cities.length);
  await phone.close();
});
