import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ofData } from './door.ts';
import { buildOf, releaseOf } from './release.ts';
import { hero, openList, openStage, type Stage, said, settled } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => {
  stage.door.mend();
  stage.door.deploy(new Map());
});
afterAll(() => stage.close());

describe('a new version on the server', () => {
  test('is offered, never swapped in by itself, and comes when accepted', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    await settled(page);
    stage.door.deploy(releaseOf(2));
    await page.reload();
    await said(page, '有新版本');
    expect(await buildOf(page)).toBe(1);
    await page.reload();
    await said(page, '有新版本');
    expect(await buildOf(page)).toBe(1);
    await page.getByRole('button', { name: '现在换' }).click();
    await page.waitForFunction(() => document.querySelector('meta[name=build]') !== null);
    expect(await buildOf(page)).toBe(2);
    await hero(page).getByText('测试德化街驿站').waitFor();
    expect(await page.getByText('有新版本').count()).toBe(0);
    await phone.close();
  });

  test('is the newest, however many came meanwhile, and the stored stations stay', async () => {
    const phone = await stage.phone();
    const page = await openList(phone, stage.origin);
    await settled(page);
    for (const build of [2, 3, 4]) {
      stage.door.deploy(releaseOf(build));
      await page.reload();
      await said(page, '有新版本');
      expect(await buildOf(page)).toBe(1);
      // The line may still be about the one before: this one waits when its page is kept.
      await expect.poll(() => page.evaluate(pagesKept), { timeout: 60_000 }).toContain(`content="${build}"`);
      await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.installing === null);
    }
    stage.door.spoil('unavailable', ofData);
    await page.getByRole('button', { name: '现在换' }).click();
    await page.waitForFunction(() => document.querySelector('meta[name=build]') !== null);
    expect(await buildOf(page)).toBe(4);
    await hero(page).getByText('测试德化街驿站').waitFor();
    await phone.close();
  });

  test('that no longer has an old part asks to be opened again instead of going white', async () => {
    const phone = await stage.phone({ serviceWorkers: 'block' });
    const page = await openList(phone, stage.origin);
    stage.door.spoil('gone', ({ path }) => /\/assets\/StationPage-.*\.js$/.test(path));
    await page.getByRole('link', { name: '详情' }).click();
    await said(page, '这一页没打开');
    stage.door.mend();
    await page.getByRole('button', { name: '重新打开' }).click();
    await page.getByRole('heading', { name: '怎么进' }).waitFor();
    await phone.close();
  });
});

/** The texts of all pages put away by any version. */
async function pagesKept(): Promise<string> {
  const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
  const kept = await Promise.all(caches.map((cache) => cache.matchAll('/index.html', { ignoreSearch: true })));
  return (await Promise.all(kept.flat().map((page) => page.text()))).join('');
}
