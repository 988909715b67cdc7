import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BUILT, hero, openList, openStage, type Stage, said, settled } from './stage.ts';

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
    stage.door.deploy(nextBuild());
    await page.reload();
    await said(page, '有新版本');
    expect(await buildOf(page)).toBe('1');
    await page.reload();
    await said(page, '有新版本');
    expect(await buildOf(page)).toBe('1');
    await page.getByRole('button', { name: '现在换' }).click();
    await page.waitForFunction(() => document.querySelector('meta[name=build]') !== null);
    expect(await buildOf(page)).toBe('2');
    await hero(page).getByText('测试德化街驿站').waitFor();
    expect(await page.getByText('有新版本').count()).toBe(0);
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

/** The same app under another number: its page differs, and the worker's list of files says so. */
function nextBuild(): ReadonlyMap<string, string> {
  const page = readFileSync(join(BUILT, 'web/index.html'), 'utf8');
  const next = page.replace('<head>', '<head><meta name="build" content="2">');
  const listed = readFileSync(join(BUILT, 'web/sw.js'), 'utf8');
  const worker = ['md5', 'sha256'].reduce((text, kind) => text.replace(digest(kind, page), digest(kind, next)), listed);
  if (worker === listed) throw new Error('the worker names no revision of the page');
  return new Map([
    ['/', next],
    ['/index.html', next],
    ['/sw.js', worker],
  ]);
}

/** As the list of files writes them: the revision in hex, the integrity in base64. */
function digest(kind: string, text: string): string {
  return createHash(kind)
    .update(text)
    .digest(kind === 'md5' ? 'hex' : 'base64');
}

async function buildOf(page: Page): Promise<string> {
  return (await page.locator('meta[name=build]').count()) === 0 ? '1' : '2';
}
