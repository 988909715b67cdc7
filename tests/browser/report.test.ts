import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { HOLD_MS } from '../../web/sync/letter.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { type Desk, openDesk } from './desk.ts';
import type { Asked } from './door.ts';
import { openList, openStage, type Stage, said, settled } from './stage.ts';

// What may be taken back is held for ten seconds, and a real browser is not the only one at work.
vi.setConfig({ testTimeout: 120_000 });

/** Own stations for each story, so that none stands on what another did. */
const ROWS = [
  '关着门驿站,二七区,郑州市二七区一马路1号,,113.6646,34.7574,24小时,,饮水',
  '没人答驿站,二七区,郑州市二七区一马路2号,,113.664,34.7576,24小时,,饮水',
  '要登录驿站,二七区,郑州市二七区一马路3号,,113.6638,34.7562,24小时,,饮水',
  '坏了的驿站,二七区,郑州市二七区一马路4号,,113.6635,34.757,24小时,,饮水、微波炉',
  '都对的驿站,二七区,郑州市二七区一马路5号,,113.6631,34.757,24小时,,饮水',
  '不让存驿站,二七区,郑州市二七区一马路6号,,113.6629,34.757,24小时,,饮水',
];

let stage: Stage;
let desk: Desk;
let phone: BrowserContext;
beforeAll(async () => {
  stage = await openStage(ROWS);
  desk = await openDesk(stage.folder);
  phone = await stage.phone();
  await phone.clock.install();
  const first = await openList(phone, stage.origin);
  await settled(first);
  await first.close();
});
afterAll(async () => {
  await desk.close();
  await stage.close();
});

const ofReports = ({ path }: Asked): boolean => path === '/api/v1/reports';
const posts = (): number => stage.door.asked.filter(ofReports).length;

async function atStation(name: string, on = phone): Promise<{ page: Page; code: string }> {
  const { code } = await desk.find(name);
  const page = await on.newPage();
  await page.goto(`${stage.origin}/s/${code}`);
  await said(page, '怎么进');
  return { page, code: String(code) };
}

/** The clock of `phone` goes on at once by what a report is held for; one story below waits for it in earnest. */
async function letHoldPass(page: Page): Promise<void> {
  await said(page, '记下了');
  await page.clock.fastForward(HOLD_MS + 500);
}

/** The reports on a station as the union's command lists them: look-up code, kind and state of each. */
function listed(code: string): readonly (readonly [lookup: string, state: string, kind: string, said: string])[] {
  return stage
    .command('reports', 'list', '--all')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => cells[4] === code)
    .map(([lookup = '', , state = '', kind = '', , words = '']) => [lookup, state, kind, words]);
}

/** Says it, and lets it go without waiting for the time in which it may be taken back. */
async function sayNow(page: Page, kind: string, words: string): Promise<void> {
  await page.getByRole('link', { name: '不对？告诉工会' }).click();
  await page.getByRole('button', { name: kind }).click();
  const more = page.getByRole('button', { name: '补一句、加照片' });
  await more.or(page.locator('textarea')).first().waitFor();
  if (await more.isVisible()) await more.click();
  await page.locator('textarea').fill(words);
  await page.getByRole('button', { name: '发出去' }).click();
}

describe('a report from a station’s page', () => {
  test('without a net is written down in two taps, goes out once when there is one, and the union’s answer comes back', async () => {
    const { page, code } = await atStation('关着门');
    await phone.setOffline(true);
    const before = posts();
    await page.getByRole('link', { name: '不对？告诉工会' }).click();
    await page.getByRole('button', { name: '门关着' }).click();
    await letHoldPass(page);
    await page.getByText('存在手机里').waitFor({ timeout: 60_000 });
    expect(posts()).toBe(before);
    await phone.setOffline(false);
    await page.getByText('发出去了').waitFor({ timeout: 60_000 });
    expect(posts()).toBe(before + 1);
    const [[lookup = ''] = [], ...more] = listed(code);
    expect(more).toEqual([]);
    await said(page, lookup);
    stage.command('reports', 'accept', lookup);
    stage.command('reports', 'resolve', lookup, '--answer', '锁换了，按时开门。');
    await page.getByRole('link', { name: '看我的反馈' }).click();
    await said(page, '办好了');
    await said(page, '锁换了，按时开门。');
    await page.close();
    // Another phone, with nothing but the code.
    const other = await stage.phone();
    const there = await other.newPage();
    await there.goto(`${stage.origin}/mine`);
    await there.getByLabel('查别的手机说的').fill(lookup);
    await there.getByRole('button', { name: '查一下' }).click();
    await said(there, '锁换了，按时开门。');
    await there.reload();
    await said(there, '锁换了，按时开门。');
    await other.close();
  });

  test('whose answer is lost, and which two tabs then send, is received once', async () => {
    const { page, code } = await atStation('没人答');
    stage.door.spoil('lost', ofReports);
    await sayNow(page, '找不到', '门牌看不见');
    await page.getByText('存在手机里').waitFor({ timeout: 60_000 });
    expect(listed(code)).toHaveLength(1);
    const second = await phone.newPage();
    await second.goto(`${stage.origin}/mine`);
    await said(second, '门牌看不见');
    stage.door.mend();
    await phone.setOffline(true);
    await phone.setOffline(false);
    await page.getByText('发出去了').waitFor({ timeout: 60_000 });
    const all = listed(code);
    expect(all.map(([, state, kind, words]) => [state, kind, words])).toEqual([['待受理', '找不到', '门牌看不见']]);
    await said(page, all[0]?.[0] ?? '');
    await Promise.all([page.close(), second.close()]);
  });

  test('behind a sign-in page is not taken for sent, survives the closed browser tab, and goes out later', async () => {
    const { page, code } = await atStation('要登录');
    stage.door.spoil('captive', ofReports);
    await sayNow(page, '收费', '要两块钱');
    await page.getByText('连上的网要先登录').waitFor({ timeout: 60_000 });
    await page.close();
    stage.door.mend();
    expect(listed(code)).toEqual([]);
    // Nobody opens its page: the app does it when it is opened at all.
    const list = await openList(phone, stage.origin);
    await expect.poll(() => listed(code).length, { timeout: 40_000, interval: 1000 }).toBe(1);
    await list.close();
  });

  test('takes a photo along that is small and knows no place, and says which thing is broken', async () => {
    const { page, code } = await atStation('坏了的');
    const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#593' } })
      .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 45/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect(photo.includes('Exif')).toBe(true);
    let sent = '';
    page.on('request', (request) => {
      if (request.url().endsWith('/api/v1/reports')) sent = request.postData() ?? '';
    });
    await page.getByRole('link', { name: '不对？告诉工会' }).click();
    await page.getByRole('button', { name: '设施坏了' }).click();
    await page.getByRole('button', { name: '微波炉热饭' }).click();
    await page.setInputFiles('input[type=file]', { name: '照片.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('button', { name: '去掉照片' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: '发出去' }).click();
    await page.getByText('查询码，').waitFor({ timeout: 60_000 });
    const bytes = Buffer.from(JSON.parse(sent).photo, 'base64');
    expect(bytes.includes('Exif')).toBe(false);
    const { width, height, format, exif } = await sharp(bytes).metadata();
    expect({ width, height, format, exif }).toEqual({ width: 1280, height: 853, format: 'jpeg', exif: undefined });
    expect(listed(code)[0]?.[3]).toMatch(/^微波炉热饭；照片 [0-9a-f]{32}$/);
    await page.close();
  });

  test('that all is right is one tap, can be taken back, and is not said by a link from outside', async () => {
    // Its clock is the machine's own.
    const own = await stage.phone();
    const { page, code } = await atStation('都对的', own);
    await page.getByRole('link', { name: '信息都对' }).click();
    await said(page, '记下了');
    await page.getByRole('button', { name: '撤回' }).click();
    await said(page, '哪里不对？');
    await page.goto(`${stage.origin}/report/${code}?kind=all-right`);
    await said(page, '哪里不对？');
    // The keyboard alone, and the time for taking back runs out.
    await page.getByRole('button', { name: '信息都对' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('发出去了').waitFor({ timeout: 60_000 });
    expect(listed(code).map(([, , kind]) => kind)).toEqual(['信息都对']);
    await own.close();
  });

  test('in a browser that keeps nothing goes out all the same, and says what closing would lose', async () => {
    const { code } = await desk.find('不让存');
    const private_ = await stage.phone();
    await private_.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
    const page = await private_.newPage();
    await page.clock.install();
    await page.goto(`${stage.origin}/report/${code}`);
    stage.door.spoil('unavailable', ofReports);
    await page.getByRole('button', { name: '被拒绝' }).click();
    await page.getByText('发出去以前别关这一页').waitFor();
    stage.door.mend();
    await letHoldPass(page);
    await page.getByText('发出去了').waitFor({ timeout: 60_000 });
    expect(listed(String(code))).toHaveLength(1);
    await private_.close();
  });
});

describe('everybody can use it', () => {
  test.each([
    ['what is wrong', '/report/{code}', '哪里不对？'],
    ['a link that is none', '/report/123', '编码不对'],
    ['my reports', '/mine', '我的反馈'],
    ['a new place', '/suggest#p=113.66500,34.75700', '地图上选的点'],
  ])('%s: no fault in light, dark or sun, 48 px to touch, fits 320 px and 200 %% text', async (_, path, shown) => {
    const page = await phone.newPage();
    const { code } = await desk.find('关着门');
    await page.goto(stage.origin + path.replace('{code}', String(code)));
    await said(page, shown);
    for (const theme of ['light', 'dark', 'sun']) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      expect(await faults(page), theme).toEqual([]);
    }
    expect(await smallTargets(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.close();
  });

  test('a place says plainly that its point is sent, and what is missing', async () => {
    const page = await phone.newPage();
    await page.goto(`${stage.origin}/suggest#p=113.66500,34.75700`);
    await said(page, '会一起发给工会');
    await page.getByRole('button', { name: '告诉工会' }).click();
    await said(page, '名字还没填。');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
    await page.getByLabel('叫什么').fill('东门口');
    await page.getByLabel('在哪儿').fill('金水路1号');
    await page.getByRole('button', { name: '不发这个点' }).click();
    await page.getByRole('button', { name: '告诉工会' }).click();
    await letHoldPass(page);
    await page.getByText('发出去了').waitFor({ timeout: 60_000 });
    expect(stage.command('reports', 'list')).toContain('东门口，金水路1号');
    await page.close();
  });
});

async function faults(on: Page): Promise<readonly string[]> {
  const { violations } = await axeOn(on).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

function smallTargets(on: Page): Promise<readonly string[]> {
  return on.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
      .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > 0 && Math.min(box.width, box.height) < 47.5)
      .map(({ one, box }) => `${one.outerHTML.slice(0, 80)} ${box.width}×${box.height}`),
  );
}
