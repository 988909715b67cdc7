import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { brokenRelease } from './release.ts';
import { hero, openList, openStage, type Stage, said, settled } from './stage.ts';

const DOOR = '测试德化街驿站';
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => {
  stage.door.mend();
  stage.door.deploy(new Map());
});
afterAll(() => stage.close());

describe('a release that throws at start', () => {
  test('mends itself with the first start after the server has a good one again', async () => {
    const phone = await stage.phone();
    stage.door.deploy(brokenRelease());
    const page = await phone.newPage();
    await page.goto(stage.origin);
    await said(page, '歇脚没能打开');
    stage.door.deploy(new Map());
    await page.getByRole('button', { name: '再试一次' }).click();
    await hero(page).getByText(DOOR).waitFor();
    await phone.close();
  });

  test('put away by a worker is thrown out, and the stored stations stay', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    await settled(page);
    stage.door.deploy(brokenRelease());
    await page.reload();
    await page.getByRole('button', { name: '现在换' }).click();
    await said(page, '歇脚没能打开');
    stage.door.deploy(new Map());
    // The stations come from the phone: the server has none to give.
    stage.door.spoil('unavailable', ({ path }) => /^\/(api\/v1\/feed|packs)/.test(path));
    await page.getByRole('button', { name: '再试一次' }).click();
    await hero(page).getByText(DOOR).waitFor();
    await phone.close();
  });

  test('without a net says so and throws nothing away', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    await settled(page);
    const kept = await filesKept(page);
    await spoilCache(page, /\/assets\/index-.*\.js$/);
    await phone.setOffline(true);
    await page.reload();
    await said(page, '现在也连不上网');
    expect(await filesKept(page)).toBe(kept);
    await phone.close();
  });
});

describe('what is kept on the phone and was altered or taken away', () => {
  test('a poisoned script is found at the next start and fetched anew', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    await settled(page);
    await spoilCache(page, /\/assets\/index-.*\.js$/);
    await page.reload();
    await hero(page).getByText(DOOR).waitFor();
    await phone.close();
  });

  test('all taken by the browser: the next visit with a net is a first visit again, and then works without', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    await settled(page);
    const session = await phone.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: stage.origin, storageTypes: 'all' });
    await page.reload();
    await hero(page).getByText(DOOR).waitFor();
    await settled(page);
    await phone.setOffline(true);
    await page.reload();
    await hero(page).getByText(DOOR).waitFor();
    await phone.close();
  });

  test('the stations taken and the app left: offline it says so, with a net they come back', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    await settled(page);
    const session = await phone.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: stage.origin, storageTypes: 'indexeddb' });
    await phone.setOffline(true);
    await page.reload();
    await said(page, '12351');
    expect(await page.getByText(DOOR).count()).toBe(0);
    await phone.setOffline(false);
    await hero(page).getByText(DOOR).waitFor();
    await phone.close();
  });

  test('the app taken and the stations left: with a net the list comes from the phone and the app is kept again', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    await settled(page);
    const session = await phone.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', {
      origin: stage.origin,
      storageTypes: 'cache_storage,service_workers',
    });
    stage.door.spoil('unavailable', ({ path }) => /^\/(api\/v1\/feed|packs)/.test(path));
    await page.reload();
    await hero(page).getByText(DOOR).waitFor();
    await settled(page);
    await phone.setOffline(true);
    await page.reload();
    await hero(page).getByText(DOOR).waitFor();
    await phone.close();
  });
});

describe('a page that dies', () => {
  test('while the stations are on their way leaves nothing half: the next one is whole', async () => {
    const phone = await stage.phone();
    const page = await phone.newPage();
    const session = await phone.newCDPSession(page);
    const asked = page.waitForRequest(/\/packs\//);
    await page.goto(stage.origin, { waitUntil: 'commit' });
    await asked;
    session.send('Page.crash').catch(() => undefined);
    await page.waitForEvent('crash');
    await page.close();
    const next = await openList(phone, stage.origin);
    await settled(next);
    await phone.setOffline(true);
    await next.reload();
    await hero(next).getByText(DOOR).waitFor();
    await phone.close();
  });
});

function filesKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return counts.reduce((sum, count) => sum + count, 0);
  });
}

/** Puts another text in place of a kept file. */
async function spoilCache(page: Page, which: RegExp): Promise<void> {
  const spoiled = await page.evaluate(async (pattern) => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!new RegExp(pattern).test(new URL(request.url).pathname)) continue;
        const headers = { 'content-type': 'text/javascript' };
        await cache.put(request, new Response('not the app at all', { headers }));
        count += 1;
      }
    }
    return count;
  }, which.source);
  expect(spoiled).toBeGreaterThan(0);
}
