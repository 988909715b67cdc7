import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Station } from '../../shared/station/station.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { clerkAt } from '../fixtures/make/signed.ts';
import { sampleStation, stationId } from '../shared/station/sample.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

const NAMES = ['东站爱心驿站', '西站爱心驿站', '南站爱心驿站'];

let stage: ClerkStage;
beforeAll(async () => {
  const stations = NAMES.map((name, n): Station => sampleStation({ id: stationId(n + 1), code: null, rev: 1, name }));
  stage = await openClerkStage({ stations });
});
afterAll(() => stage.close());

const clean = async (page: Page) =>
  expect((await axeOn(page).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

/** Lets the first command through and keeps the answers of all others back, until told. */
async function holdAnswers(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  let asked = 0;
  await page.route('**/api/v1/commands', async (route) => {
    asked += 1;
    if (asked > 1) await held;
    await route.continue().catch(() => undefined); // The page it was asked by is gone.
  });
  return letGo;
}

test('a batch under way is not left without a word, and left all the same it says what was done and goes on', async () => {
  const clerk = clerkAt(stage.server.app, { union: '410102', functions: ['officer'] });
  const page = await (await stage.desktop(clerk)).newPage();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await page.goto(`${stage.origin}/admin/stations`);
  for (const name of NAMES) await page.getByLabel(`选中 ${name}`).check();
  const letGo = await holdAnswers(page);
  await page.getByRole('button', { name: '确认无误' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '确认无误 3 个' }).click();
  await dialog.getByText('已办 1 个').waitFor();

  await page.goBack();
  await dialog.getByText('还没办完，离开就停在半路。').waitFor();
  expect(new URL(page.url()).pathname).toBe('/admin/stations');
  await clean(page);
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  letGo();
  await page.unroute('**/api/v1/commands');

  await page.getByText('没办完就离开了').waitFor();
  await page.getByText('办好 1 个，没连上 1 个，没办 1 个。').waitFor();
  await clean(page);
  await page.getByRole('button', { name: '看看，接着办' }).click();
  await dialog.getByText('离开时还没等到答复').waitFor();
  await dialog.getByRole('button', { name: '接着办剩下的 2 个' }).click();
  await dialog.getByText('办好 3 个').waitFor();
  await dialog.getByRole('button', { name: '知道了' }).click();
  expect(await page.getByText('没办完就离开了').count()).toBe(0);
  for (const n of [1, 2, 3]) {
    const steps = (await stage.server.store.historyOf(stationId(n))).map(({ step }) => step);
    expect(steps.filter((step) => step === 'confirm')).toHaveLength(1);
  }
}, 90_000);
