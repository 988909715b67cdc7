import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { type Asked, type Fault, ofData } from './door.ts';
import { blink, hero, openList, openStage, type Stage, said, settled } from './stage.ts';

let stage: Stage;
let desk: Desk;
beforeAll(async () => {
  stage = await openStage();
  desk = await openDesk(stage.folder);
});
afterEach(() => stage.door.mend());
afterAll(async () => {
  await desk.close();
  await stage.close();
});

/** What the list says while this goes wrong. */
const SAID: { readonly [fault in Exclude<Fault, 'gone' | 'held'>]: RegExp } = {
  captive: /连上的网要先登录，名单还是今天 \d+:\d\d 的/,
  unavailable: /没连上，名单还是今天 \d+:\d\d 的/,
  reset: /没有网，用的是今天 \d+:\d\d 存的/,
  cut: /没连上，名单还是今天 \d+:\d\d 的/,
  'cut-silent': /没连上，名单还是今天 \d+:\d\d 的/,
  altered: /没连上，名单还是今天 \d+:\d\d 的/,
  lost: /没有网，用的是今天 \d+:\d\d 存的/,
};
const FAULTS: readonly (keyof typeof SAID)[] = [
  'captive',
  'unavailable',
  'reset',
  'cut',
  'cut-silent',
  'altered',
  'lost',
];

describe('a later sync that goes wrong', () => {
  let phone: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    phone = await stage.phone();
    page = await openList(phone, stage.origin);
    await settled(page);
  });
  afterAll(() => phone.close());

  test.each(FAULTS)('by %s leaves the old list, says so, keeps nothing of it, and mends itself', async (fault) => {
    const station = await desk.find('德化街');
    const name = `测试德化街驿站${fault}`;
    await desk.does(station, { kind: 'revise', patch: { name } });
    stage.door.spoil(fault, ofData);
    await blink(phone);
    await said(page, SAID[fault]);
    expect(await hero(page).innerText()).toContain(station.name);
    // What a page that opens now finds in the database is the old list, whole.
    await page.reload();
    await said(page, SAID[fault]);
    expect(await hero(page).getByText(station.name, { exact: true }).count()).toBe(1);
    stage.door.mend();
    await blink(phone);
    await hero(page).getByText(name, { exact: true }).waitFor();
    await page.getByText(SAID[fault]).waitFor({ state: 'detached' });
  });
});

describe('a first visit that goes wrong', () => {
  test.each(FAULTS)('by %s says honestly that there is nothing yet, and a tap gets the list', async (fault) => {
    const phone = await stage.phone();
    const page = await phone.newPage();
    stage.door.spoil(fault, ofData);
    await page.goto(stage.origin);
    await said(page, '手机里还没有数据');
    await page.getByRole('link', { name: /12351/ }).waitFor();
    stage.door.mend();
    await page.getByRole('button', { name: '再试一次' }).click();
    await hero(page).getByText('测试德化街驿站').waitFor();
    await phone.close();
  });

  test.each(['cut-silent', 'altered'] as const)('by a pack that came %s shows none of it', async (fault) => {
    const phone = await stage.phone();
    const page = await phone.newPage();
    stage.door.spoil(fault, ({ path }) => path.startsWith('/packs/'));
    await page.goto(stage.origin);
    await said(page, '手机里还没有数据');
    expect(stage.door.asked.some(({ path }) => path.startsWith('/packs/'))).toBe(true);
    await phone.close();
  });

  test('by a sign-in page while the app is being put away: nothing of it is kept, the next visit keeps the app', async () => {
    const phone = await stage.phone();
    stage.door.spoil('captive', isPutAway);
    stage.door.asked.length = 0;
    const page = await openList(phone, stage.origin);
    await expect.poll(() => stage.door.asked.filter(isPutAway).length).toBeGreaterThan(0);
    await expect.poll(() => page.evaluate(workers)).toBe(0);
    stage.door.mend();
    await page.reload();
    await settled(page);
    await phone.setOffline(true);
    await page.reload();
    await hero(page).getByText('测试德化街驿站').waitFor();
    await phone.close();
  });
});

/** What the service worker fetches to keep: scripts and pages that the page itself would ask for as such. */
function isPutAway({ path, headers }: Asked): boolean {
  return headers['sec-fetch-dest'] === 'empty' && /\.(js|css|html|svg|png)(\?|$)/.test(path) && path !== '/sw.js';
}

async function workers(): Promise<number> {
  return (await navigator.serviceWorker.getRegistrations()).length;
}
