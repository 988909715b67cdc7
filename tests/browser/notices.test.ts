import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { plaqueUrl } from '../../server/feature/plaques/tag.ts';
import { gcj02 } from '../../shared/geo/point.ts';
import { addDays, dateText, dayOf, type Instant, instant } from '../../shared/kernel/instant.ts';
import { UNKNOWN_HOURS } from '../../shared/station/hours.ts';
import { keyIdOf } from '../../shared/station/plaque-key.ts';
import type { Station } from '../../shared/station/station.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { revising } from '../fixtures/make/server.ts';
import { clerkAt } from '../fixtures/make/signed.ts';
import { region, sampleStation, stationId, union } from '../shared/station/sample.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';
import { HERE, openList, phoneOptions, said, settled } from './stage.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Phones know the day by their own clock, so the server's is the same. */
const NOW: Instant = instant(Date.now());
const LAST = dateText(addDays(dayOf(NOW), 5));
const NOTE = { reason: '建站单位搬走了', since: dateText(dayOf(NOW)), until: LAST };

/** Some hundred metres off, and open whenever the tests run. */
function station(n: number, over: Partial<Station>): Station {
  const point = gcj02(HERE.lng, Math.round((HERE.lat + n * 0.002) * 1e5) / 1e5);
  const hours: Station['hours'] = { ...UNKNOWN_HOURS, base: { kind: 'always' } };
  const home = { region: region('410103'), union: union('410103'), point, hours, id: stationId(n), code: null, rev: 1 };
  return { ...sampleStation({ name: `测试${n}号驿站`, address: `德化街${n}号`, ...over }), ...home };
}

let stage: ClerkStage;
let phone: BrowserContext;
beforeAll(async () => {
  const stations = [
    station(1, { name: '德化街爱心驿站', status: 'exit-notice', statusNote: NOTE }),
    station(2, { status: 'exit-notice', statusNote: { ...NOTE, reason: '<b>没人来</b>' }, origin: 'synthetic' }),
    station(3, {}),
    station(4, {}),
    station(5, {}),
  ];
  stage = await openClerkStage({ stations, now: NOW });
  phone = await onPhone();
  const list = await openList(phone, stage.origin);
  await settled(list);
  await list.close();
});
afterAll(() => stage.close());

function onPhone(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return stage.browser.newContext({ ...phoneOptions(), ...options });
}

async function record(n: number): Promise<Station> {
  const [found] = await stage.server.store.stationsById([stationId(n)]);
  if (!found) throw new Error(`no station ${n}`);
  return found;
}

/** What the plaque at its door says, but for the address it was printed with. */
async function scanned(n: number): Promise<string> {
  const { code } = await record(n);
  if (code === null) throw new Error('no code');
  return plaqueUrl({ origin: stage.origin, secret: stage.server.deps.secret, key: keyIdOf(1) }, code);
}

async function visits(n: number): Promise<number> {
  const all = await stage.server.store.visitDays({ from: dateText(addDays(dayOf(NOW), -1)), to: LAST });
  return all.filter((one) => one.station === stationId(n)).reduce((sum, one) => sum + one.visits, 0);
}

async function at(path: string, by: BrowserContext = phone): Promise<Page> {
  const page = await by.newPage();
  await page.goto(stage.origin + path);
  return page;
}

const COUNTED = '扫码到访已记下，不记你是谁';

/** Whoever answers for the station reads what was objected on its page of the workspace. */
async function atDesk(code: string): Promise<void> {
  const officer = clerkAt(stage.server.app, { union: '410103', functions: ['officer'] });
  const desk = await stage.desktop(officer);
  const page = await at(`/admin/stations/${code}`, desk);
  const box = page.getByRole('region', { name: '收到的异议' });
  await box.getByText('旁边两公里都没有').waitFor();
  await box.getByText('等答复').waitFor();
  await box.getByRole('button', { name: '看联系方式' }).click();
  await box.getByText('微信 qishou').waitFor();
  await box.getByRole('button', { name: '删掉联系方式' }).click();
  await page.getByRole('button', { name: '删掉', exact: true }).click();
  await box.getByRole('button', { name: '看联系方式' }).waitFor({ state: 'detached' });
  await desk.close();
}

describe('a public notice', () => {
  test('is found from the station’s page, objected to, and the city’s answer is read on any phone', async () => {
    const { code } = await record(1);
    const page = await at(`/s/${code}`);
    await page.getByRole('link', { name: '提异议' }).click();
    await said(page, '建站单位搬走了');
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByRole('alert').getByText('至少写 10 个字').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.getByLabel('为什么不该撤').fill('骑手天天在这儿接水，旁边两公里都没有');
    await page.getByLabel('怎么联系你').fill('微信 qishou');
    await phone.setOffline(true);
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByRole('alert').getByText('要连上网').waitFor();
    expect(await page.getByLabel('为什么不该撤').inputValue()).toContain('两公里');
    await phone.setOffline(false);
    await page.getByRole('button', { name: '提交异议' }).click();
    await said(page, '工会收到了');
    const [objection] = await stage.server.store.objectionsOf(stationId(1));
    expect(objection).toMatchObject({ text: '骑手天天在这儿接水，旁边两公里都没有', hasContact: true, state: 'open' });
    await atDesk(code ?? '');
    const dismissal = revising(await record(1), {}, 'dismiss-objection');
    await stage.server.apply([{ ...dismissal, reason: '东边 200 米的新站月底就开。' }]);
    await page.close();
    const mine = await at('/notices');
    await said(mine, '答复了，照公示办');
    await said(mine, '东边 200 米的新站月底就开。');
    expect(await mine.getByText('<b>没人来</b>').count()).toBe(1);
    expect(await mine.getByText('示例数据').count()).toBe(1);
    await mine.close();
    const other = await onPhone();
    const there = await at('/notices', other);
    await there.getByLabel('查一条异议').fill(objection?.lookup ?? '');
    await there.getByRole('button', { name: '查一下' }).click();
    await said(there, '东边 200 米的新站月底就开。');
    await other.close();
  });

  test.each(['light', 'dark'] as const)('has no fault for screen readers, in %s', async (colorScheme) => {
    const reader = await onPhone({ colorScheme });
    const page = await at('/notices?elder=1', reader);
    await said(page, '德化街爱心驿站');
    expect((await axeOn(page).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('link', { name: '提异议' }).first().click();
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByRole('alert').waitFor();
    expect((await axeOn(page).analyze()).violations.map(({ id }) => id)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await reader.close();
  });

  test('without a net says what it is that needs one', async () => {
    const page = await at('/notices');
    await said(page, '德化街爱心驿站');
    await phone.setOffline(true);
    await page.getByRole('link', { name: '提异议' }).first().click();
    await page.getByRole('button', { name: '返回' }).click();
    const again = await at('/about');
    await again.getByRole('link', { name: '公示中的站点' }).click();
    await again
      .getByText(/要连上网看|连上网/)
      .first()
      .waitFor();
    await phone.setOffline(false);
    await Promise.all([page.close(), again.close()]);
  });
});

describe('a scan of a plaque', () => {
  test('counts one, leaves no trace in the address, and counts no second one that day', async () => {
    const url = await scanned(3);
    const page = await phone.newPage();
    await page.goto(url);
    await said(page, COUNTED);
    expect(new URL(page.url()).search).toBe('');
    await expect.poll(() => visits(3)).toBe(1);
    await page.goto(`${stage.origin}/`);
    await page.goto(url);
    await said(page, COUNTED);
    await page.reload();
    await said(page, '怎么进');
    expect(await page.getByText(COUNTED).count()).toBe(0);
    expect(await visits(3)).toBe(1);
    await page.close();
  });

  test('without a net waits on the phone and is counted once when there is one, by whichever tab', async () => {
    const url = await scanned(4);
    await phone.setOffline(true);
    const tabs = await Promise.all([phone.newPage(), phone.newPage()]);
    await Promise.all(tabs.map((tab) => tab.goto(url)));
    await Promise.all(tabs.map((tab) => said(tab, COUNTED)));
    expect(await visits(4)).toBe(0);
    await phone.setOffline(false);
    await expect.poll(() => visits(4), { timeout: 60_000 }).toBe(1);
    await Promise.all(tabs.map((tab) => tab.reload()));
    await Promise.all(tabs.map((tab) => said(tab, '怎么进')));
    expect(await visits(4)).toBe(1);
    await Promise.all(tabs.map((tab) => tab.close()));
  });

  test('with a tag that is none of ours shows the station all the same, and counts nothing', async () => {
    const url = (await scanned(5)).replace(/.{4}$/, 'ZZZZ');
    const page = await phone.newPage();
    // An answer lost with the page before is asked for once more, and is not this one.
    const answered = page.waitForResponse((one) => one.request().postData()?.includes('ZZZZ') === true);
    await page.goto(url);
    expect((await answered).status()).toBe(422);
    await said(page, '怎么进');
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByText(COUNTED).count()).toBe(0);
    expect(await visits(5)).toBe(0);
    await page.close();
  });
});
