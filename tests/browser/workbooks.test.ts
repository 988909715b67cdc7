import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dumpOpen } from '../../server/feature/open-data/dump.ts';
import { addToIndex } from '../../server/feature/open-data/files.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { clerkAt } from '../fixtures/make/signed.ts';
import { sampleStation, stationId } from '../shared/station/sample.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let stage: ClerkStage;
beforeAll(async () => {
  const stations = Array.from({ length: 4 }, (_, n) =>
    sampleStation({ id: stationId(n + 1), code: null, name: `驿站${n + 1}`, address: `路 ${n + 1} 号`, rev: 1 }),
  );
  stage = await openClerkStage({ stations });
});
afterAll(() => stage.close());

async function pageAt(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${stage.origin}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

describe('files of figures', () => {
  test('a workbook is asked for on the page, fetched, and holds the figures; how to make it again stands beside it', async () => {
    const clerk = clerkAt(stage.server.app, { union: '410100', functions: ['analyst'] });
    const context = await stage.desktop(clerk);
    const page = await pageAt(context, '/admin/figures/exports?period=2026-11&by=county');
    await page.getByText('还没有做过').waitFor();
    await page.getByRole('button', { name: '都不选' }).click();
    await page.getByRole('button', { name: '开始做' }).click();
    await page.getByText('至少选一张表。').waitFor();
    await page.getByRole('checkbox', { name: '存量与增减' }).check();
    await page.getByRole('button', { name: '开始做' }).click();
    const link = page.getByRole('link', { name: /^下载 统计-郑州市总工会-2026年11月/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const bytes = await readFile(await download.path());
    const sheets = await readSheets(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['封面', '存量与增减', '口径']);
    expect(sheets[1]?.data[2]).toContain(4);
    await page.getByText('怎么再做一份').click();
    const again = await page.locator('code', { hasText: 'npm run stats' }).textContent();
    expect(again).toMatch(/--period 2026-11 --union 410100 --by county --as-of \d+ --tables stock --out/);
    await page.getByText(createHash('sha256').update(bytes).digest('hex')).waitFor();
    expect((await axeOn(page).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await context.close();
  });
});

describe('open data', () => {
  test('a key is shown once, opens the interface until it is ended, and the public page lists the day', async () => {
    const clerk = clerkAt(stage.server.app, { union: '410000', functions: ['system-admin'] });
    const context = await stage.desktop(clerk);
    const page = await pageAt(context, '/admin/open-data');
    await page.getByText('还没有给谁发过密钥').waitFor();
    await page.getByRole('button', { name: '发一个密钥' }).click();
    await page.getByLabel('给哪个单位').fill('某地图公司');
    await page.getByRole('button', { name: '发密钥' }).click();
    const shown = page.locator('code', { hasText: /^xj_/ });
    await shown.waitFor();
    const key = (await shown.textContent()) ?? '';
    const asked = () => stage.server.get('/api/v1/open/stations?region=410000', { authorization: `Bearer ${key}` });
    expect((await (await asked()).json()).stations).toHaveLength(4);
    await page.getByRole('button', { name: '记下了，关上' }).click();
    await page.getByText('在用').waitFor();
    expect(await page.content()).not.toContain(key);
    expect((await axeOn(page).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await page.getByRole('button', { name: '停用 某地图公司 的密钥' }).click();
    await page.getByLabel('原因').fill('合同到期');
    await page.getByRole('button', { name: '停用密钥' }).click();
    await page.getByText('停用了').waitFor();
    expect((await asked()).status).toBe(401);
    const { folder, terms } = stage.server.deps.openData;
    const { store, deps, clock } = stage.server;
    await addToIndex(folder, terms, await dumpOpen({ store, regions: deps.regions, folder }, clock.now));
    const open = await pageAt(context, '/open');
    const [file] = await Promise.all([
      open.waitForEvent('download'),
      open.getByRole('link', { name: '2026-11-26 CSV（表格）' }).click(),
    ]);
    expect((await readFile(await file.path(), 'utf8')).split('\n')).toHaveLength(4 + 2);
    expect((await axeOn(open).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await context.close();
  });
});
