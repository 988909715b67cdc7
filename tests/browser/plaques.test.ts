import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseHours } from '../../shared/station/hours-parse.ts';
import type { Station } from '../../shared/station/station.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { type Clerk, clerkAt } from '../fixtures/make/signed.ts';
import { region, sampleStation, stationId, union } from '../shared/station/sample.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

const ORIGIN = 'https://xiejiao.example.cn';
const LONG = '中国邮政储蓄银行股份有限公司郑州市二七区德化街支行营业厅工会户外劳动者服务站点'.repeat(5).slice(0, 200);

function hours(text: string): Station['hours'] {
  const read = parseHours(text);
  if (!read.understood) throw new Error(text);
  return read.hours;
}

const sure = { state: 'yes', note: null, confirmedOn: '2026-11-01' } as const;
function station(n: number, over: Partial<Station>): Station {
  const home = { region: region('410102'), union: union('410102'), id: stationId(n), code: null, rev: 1 };
  return { ...sampleStation({ name: `德化街爱心驿站${n}`, ...over }), ...home };
}

const STATIONS = [
  station(1, {
    name: '德化街爱心驿站',
    hours: hours('周一至周五 9:00-12:00 13:30-18:00 周六 9:00-17:00'),
    amenities: { water: sure, toilet: sure, 'phone-charging': sure, seating: sure },
  }),
  station(2, {
    name: LONG,
    origin: 'synthetic',
    hours: hours(
      '周一 8:00-12:00 13:00-17:00；周二 8:10-12:00 13:00-17:10；周三 8:20-12:00；周四 9:00-12:00 13:00-17:20；周五 8:00-11:00；周六 9:00-12:00',
    ),
    access: {
      modes: ['qr-unlock', 'id-card', 'member-code'],
      needsApp: true,
      whoMayEnter: ['anyone'],
      free: true,
      feeNote: null,
    },
    amenities: { water: sure, toilet: sure, 'phone-charging': sure, wifi: sure, 'battery-swap': sure },
  }),
  station(3, { name: '<img src=x onerror=alert(1)>驿站', hours: hours('24小时') }),
];

let stage: ClerkStage;
let officer: Clerk;
let codes: readonly string[];
beforeAll(async () => {
  stage = await openClerkStage({ stations: STATIONS, deps: { publicOrigin: ORIGIN } });
  officer = clerkAt(stage.server.app, { union: '410102', functions: ['officer'] });
  const stored = await stage.server.store.stationsById(STATIONS.map(({ id }) => id));
  codes = stored.map(({ code }) => code ?? '');
});
afterAll(() => stage.close());

async function open(query = ''): Promise<Page> {
  const context = await stage.desktop(officer);
  const page = await context.newPage();
  // The desk's own print dialog: the test prints in its place.
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-asked', '');
  });
  await page.goto(`${stage.origin}/admin/plaques${query}`);
  await page.getByRole('heading', { name: '编码和标牌' }).waitFor();
  return page;
}

/** What a reader makes of the pixels of a picture. */
async function decoded(png: Buffer): Promise<string | null> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null;
}

/** Millimetres of the first page of a PDF, and how many pages it has. */
function pagesOf(pdf: Buffer): { readonly count: number; readonly width: number; readonly height: number } {
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
  const mm = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4);
  return { count: boxes.length, width: mm(boxes[0]?.[1]), height: mm(boxes[0]?.[2]) };
}

const SIZES = [
  ['A4', 210, 297],
  ['A5', 148, 210],
  ['贴纸 80 毫米', 80, 80],
] as const;

describe('the page of plaques', () => {
  test('brings stations without a plaque first, takes a choice by hand or by codes, and writes down what it prints', async () => {
    const page = await open();
    await page.getByText('有 3 个已公布的站点没印过标牌').waitFor();
    expect((await axeOn(page).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByText('按编码选').click();
    await page.getByLabel('一行一个编码').fill(`${codes[0]}\n不是编码`);
    await page.getByRole('button', { name: '选上这些' }).click();
    await page.getByText('选上了 1 个。剩下的 1 行不是站点编码').waitFor();
    expect(await page.getByLabel('一行一个编码').inputValue()).toBe('不是编码');
    await page.getByRole('checkbox', { name: '选 <img src=x onerror=alert(1)>驿站' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '下一张' }).click();
    await page.getByText('第 2 张，共 2 张').waitFor();
    expect((await axeOn(page).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: '打印 2 张' }).click();
    await page.getByText('有 1 个已公布的站点没印过标牌').waitFor();
    const rows = await stage.server.store.historyOf(`${stationId(1)}/plaque`);
    expect(rows.map(({ step, actor }) => [step, actor])).toEqual([['print-plaque', officer.actor.id]]);
    await page.context().close();
  });

  test('keeps the keys for a system administrator, who changes and retires them with a reason', async () => {
    const admin = clerkAt(stage.server.app, { union: '000000', functions: ['system-admin'] });
    const context = await stage.desktop(admin);
    const page = await context.newPage();
    await page.goto(`${stage.origin}/admin/plaque-keys`);
    await page.getByText('在用，新标牌用它').waitFor();
    await page.getByRole('button', { name: '换新密钥' }).click();
    await page.getByRole('button', { name: '停用密钥 1' }).click();
    await page.getByRole('button', { name: '停用', exact: true }).click();
    await page.getByText('写一句原因，操作日志里留着。').waitFor();
    await page.getByLabel('为什么停用').fill('密钥泄露');
    expect((await axeOn(page).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: '停用', exact: true }).click();
    await page.getByText('停用了').waitFor();
    const keys = await stage.server.store.plaqueKeys();
    expect(keys.map(({ id, retiredAt }) => [id, retiredAt !== null])).toEqual([
      ['1', true],
      ['2', false],
    ]);
    await context.close();
  });
});

describe('plaques', () => {
  test.each(SIZES)(
    'of %s come out one to a sheet of that size, nothing cut, and their codes lead home',
    async (size, width, height) => {
      const page = await open(`?codes=${codes.join(',')}`);
      await page.getByText(size, { exact: true }).click();
      await page.getByRole('button', { name: '打印 3 张' }).click();
      await page.locator('html[data-asked]').waitFor({ state: 'attached' });
      await page.emulateMedia({ media: 'print' });
      const plaques = page.locator('body > div > section[aria-label^="标牌"]');
      expect(await plaques.count()).toBe(3);
      const urls: (string | null)[] = [];
      for (const plaque of await plaques.all()) {
        expect(await plaque.evaluate(cutParts)).toEqual([]);
        urls.push(await decoded(await plaque.screenshot()));
      }
      expect(urls.map((url) => url?.replace(/k=2[0-9A-Z]{12}$/, 'k=…'))).toEqual(
        codes.map((code) => `${ORIGIN}/s/${code}?k=…`),
      );
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      expect(pagesOf(pdf)).toEqual({ count: 3, width, height });
      await page.context().close();
    },
  );
});

/** Words that reach beyond the box they stand in, or beyond the plaque. */
function cutParts(plaque: Element): string[] {
  const paper = plaque.getBoundingClientRect();
  const cut: string[] = [];
  for (const one of plaque.querySelectorAll('p, b, span, li, svg')) {
    if (one.textContent === '示例') continue;
    const box = one.getBoundingClientRect();
    const isOut = box.right > paper.right + 0.5 || box.bottom > paper.bottom + 0.5 || box.left < paper.left - 0.5;
    if (isOut) cut.push(`${one.tagName} ${one.textContent?.slice(0, 20)}`);
  }
  const footer = plaque.querySelector('footer');
  const top = footer?.getBoundingClientRect().top ?? 0;
  for (const one of plaque.querySelectorAll('p, b, span, li, svg')) {
    const isAbove = one.textContent !== '示例' && footer?.contains(one) === false;
    if (isAbove && one.getBoundingClientRect().bottom > top + 0.5) cut.push(`in the foot: ${one.textContent}`);
  }
  return cut;
}
