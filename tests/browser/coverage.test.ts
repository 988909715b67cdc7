import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcj02 } from '../../shared/geo/point.ts';
import { parseHours } from '../../shared/station/hours-parse.ts';
import type { Station } from '../../shared/station/station.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { type Clerk, clerkAt } from '../fixtures/make/signed.ts';
import { date, region, sampleStation, stationId, union } from '../shared/station/sample.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

function station(n: number, county: string, text: string): Station {
  const home = { region: region(county), union: union(county), openedOn: date('2026-01-05') };
  const point = gcj02(113.6 + n / 100, 34.75);
  const { hours } = parseHours(text);
  return { ...sampleStation({ ...home, name: `德化街驿站${n}`, point, hours }), id: stationId(n), code: null, rev: 1 };
}
const STATIONS = [
  station(1, '410102', '24小时'),
  station(2, '410102', '周一至周五 9:00-17:00'),
  station(3, '410103', '24小时'),
];
const FILE = '名称,经度,纬度,权重\n棉纺路口,113.611,34.75,10\n桐柏路口,113.66,34.76,5\n,113.62,34.75,1\n';

let stage: ClerkStage;
let nation: Clerk;
let officer: Clerk;
beforeAll(async () => {
  stage = await openClerkStage({ stations: STATIONS });
  nation = clerkAt(stage.server.app, { union: '000000', functions: ['analyst'] });
  officer = clerkAt(stage.server.app, { union: '410100', functions: ['officer'] });
});
afterAll(() => stage.close());

async function open(clerk: Clerk, path: string): Promise<Page> {
  const page = await (await stage.desktop(clerk)).newPage();
  await page.goto(`${stage.origin}/admin${path}`);
  return page;
}

describe('the map by region', () => {
  test('shows 34 provinces in classes with words, goes down by the map and by the keyboard, and says what is empty', async () => {
    const page = await open(nation, '/figures/map?period=2026-11');
    const map = page.getByRole('img', { name: /中华全国总工会的期末站点/ });
    await map.waitFor();
    const codes = await map
      .locator('path[data-code]')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('data-code'), (one.getAttribute('d') ?? '').length] as const),
      );
    expect(codes).toHaveLength(34);
    expect(codes.filter(([, length]) => length < 20)).toEqual([]);
    const legend = page.getByRole('list', { name: '图例' });
    expect((await legend.textContent())?.replace(/\s/g, '')).toBe('0个33处3个1处');
    expect((await axeOn(page).analyze()).violations).toEqual([]);

    await map.locator('path[data-code="410000"]').click();
    await page.getByRole('img', { name: /河南省的期末站点/ }).waitFor();
    const city = page.getByRole('link', { name: '郑州市', exact: true });
    await city.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /郑州市的期末站点/ }).waitFor();
    const row = page.getByRole('row', { name: /中原区/ });
    expect(await row.getByRole('cell').innerText()).toBe('2');
    await row.getByRole('cell').getByRole('link').click();
    await page.getByText('德化街驿站2').first().waitFor();

    await page.goto(`${stage.origin}/admin/figures/map?period=2026-11&region=410105`);
    await page.getByText('金水区这一期的期末站点是 0，没有可看的站点。').waitFor();
    await page.context().close();
  });
});

describe('coverage', () => {
  test('a file of points is read row by row, reckoned hour by hour, and what to build stands beside the map', async () => {
    const page = await open(officer, '/figures/coverage?period=2026-11');
    await page.getByText('这份需求点有一部分是编出来的').waitFor();
    await page.getByRole('button', { name: '管理需求点' }).click();
    const drawer = page.getByRole('dialog');
    await drawer
      .getByLabel('需求点文件')
      .setInputFiles({ name: '路口.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await drawer.getByRole('button', { name: '传上去' }).click();
    await drawer.getByText('3 行里有 1 行读不懂').waitFor();
    await drawer.getByText('第 4 行：没有名称，或者超过 80 个字，补上或缩短。').waitFor();
    expect((await axeOn(page).analyze()).violations).toEqual([]);
    await drawer.getByRole('button', { name: '跳过，存其余 2 行' }).click();
    await drawer.getByText('存好了：2 个点，跳过 1 行。').waitFor();
    await page.keyboard.press('Escape');

    // Two thirds of the weight have the door that is always open, the rest none within a kilometre.
    await page.getByText(/^一周平均，66\.7% 的需求/).waitFor();
    const monday = page.getByRole('table', { name: /^覆盖的需求/ }).getByRole('row', { name: /^周一/ });
    expect((await monday.getByRole('cell').allInnerTexts()).slice(0, 2)).toEqual(['67', '67']);
    const place = page.getByRole('row', { name: /桐柏路口/ });
    expect(await place.getByRole('cell').allInnerTexts()).toEqual(['1', '840', '5', '100.0%']);
    await page.getByRole('img', { name: /^2 个需求点和建议再建的 1 处/ }).waitFor();
    await page.getByRole('radio', { name: '走 15 分钟' }).check({ force: true });
    await page.getByText('走 15 分钟：按每小时 4.5 公里、绕路系数 1.25，合直线 900 米以内').waitFor();
    expect((await axeOn(page).analyze()).violations).toEqual([]);
    await page.context().close();
  });
});
