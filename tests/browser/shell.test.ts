import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeOn } from '../fixtures/make/axe.ts';
import { type Clerk, clerkAt } from '../fixtures/make/signed.ts';
import { putSpot } from '../server/work/world.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let stage: ClerkStage;
let officer: Clerk;
let system: Clerk;
beforeAll(async () => {
  stage = await openClerkStage();
  const spot = {
    union: '410102',
    status: 'rectifying',
    origin: 'synthetic',
    verified: 'on-site',
    lookedDays: -1,
    openedDays: -10,
    untilDays: 4,
    contractDays: -2,
    endsDays: null,
    draftedBy: null,
    submittedBy: null,
    proposedBy: null,
  } as const;
  for (let n = 1; n <= 7; n++) await putSpot(stage.server, spot, n);
  officer = clerkAt(stage.server.app, { union: '410102', functions: ['officer'] }, { id: 'limin' });
  system = clerkAt(stage.server.app, { union: '410100', functions: ['system-admin'] }, { id: 'xitong' });
});
afterAll(() => stage.close());

async function at(
  path: string,
  clerk: Clerk | null,
  options: Parameters<ClerkStage['desktop']>[1] = {},
): Promise<Page> {
  const page = await (await stage.desktop(clerk, options)).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${stage.origin}/admin${path}`);
  return page;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const menuOf = (page: Page) => page.getByRole('navigation', { name: '工作台' });

async function menuWords(page: Page): Promise<string[]> {
  const words = await menuOf(page).getByRole('link').allInnerTexts();
  return words.map((text) => text.replace(/\s*\d+\s*件?\s*$/, '').trim());
}

describe('the workspace', () => {
  test('leads whoever has no session to sign in, and remembers where they wanted to go', async () => {
    const page = await at('/settings?union=410103', null);
    await page.waitForURL(/\/admin\/login\?next=%2Fsettings%3Funion%3D410103$/);
    await page.context().close();
  });

  test('shows each function its own menu, and says when a page is not theirs', async () => {
    const mine = await at('/', officer);
    await heading(mine, '待办').waitFor();
    const clerks = await menuWords(mine);
    expect(clerks).toEqual(expect.arrayContaining(['待办', '站点', '登记站点', '导入台账', '编码和标牌', '问题反馈']));
    for (const other of ['工会', '设置', '账号']) expect(clerks).not.toContain(other);
    expect(await mine.title()).toBe('待办 · 歇脚');
    await mine.goto(`${stage.origin}/admin/settings`);
    await heading(mine, '这一页不归你的职能').waitFor();
    await mine.context().close();
    const theirs = await at('/unions', system);
    await heading(theirs, '工会').waitFor();
    const administrators = await menuWords(theirs);
    expect(administrators).toEqual(expect.arrayContaining(['待办', '工会', '设置']));
    // The keys of plaques are one set for the whole country, and no city's.
    for (const other of ['站点', '登记站点', '账号', '操作日志', '标牌密钥'])
      expect(administrators).not.toContain(other);
    expect(await theirs.getByLabel('找站点：站名、拼音、编码').count()).toBe(0);
    await theirs.context().close();
  });

  test('is walked by keyboard: past the menu at once, and the heading of the next page reads first', async () => {
    const page = await at('/unions', system);
    await heading(page, '工会').waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
    await menuOf(page).getByRole('link', { name: '设置' }).focus();
    await page.keyboard.press('Enter');
    await heading(page, '设置').waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await page.title()).toBe('设置 · 歇脚');
    expect(await menuOf(page).getByRole('link', { name: '设置' }).getAttribute('aria-current')).toBe('page');
    await page.getByRole('button', { name: '收起菜单' }).click();
    await expect.poll(() => menuOf(page).getByRole('link', { name: '工会' }).isVisible()).toBe(true);
    await page.context().close();
  });

  test('says what waits, how long there is, and how many in the menu', async () => {
    const page = await at('/', officer);
    const pile = page.getByRole('region', { name: '整改快到期' });
    await pile.getByText('7 件', { exact: true }).waitFor();
    expect(await pile.getByText('剩 4 天').count()).toBe(5);
    expect(await page.getByText('示例数据').count()).toBeGreaterThan(4);
    expect(await menuOf(page).getByRole('link', { name: '待办' }).innerText()).toContain('14');
    const contracts = page.getByRole('region', { name: '合同快到期' });
    await contracts.getByRole('button', { name: '看全部 7 件' }).click();
    await contracts.getByText('已超 2 天').nth(6).waitFor();
    expect(await pile.getByRole('link', { name: '看全部 7 件' }).getAttribute('href')).toBe(
      '/admin/stations?status=rectifying&sort=due',
    );
    await page.context().close();
  });

  test('keeps a page that fails to itself, and says that there is a newer version', async () => {
    const context = await stage.desktop(system);
    const page = await context.newPage();
    await page.route(/SettingsPage-.*\.js/, (route) => route.abort());
    await page.goto(`${stage.origin}/admin/unions`);
    await menuOf(page).getByRole('link', { name: '设置' }).click();
    await heading(page, '这一页没打开').waitFor();
    await page.getByText('有新版本。先把没提交的内容提交，再刷新。').waitFor();
    await menuOf(page).getByRole('link', { name: '工会' }).click();
    await heading(page, '工会').waitFor();
    await context.close();
  });

  test('on a phone brings the menu over the page, and takes it away with the next one', async () => {
    const page = await at('/', system, PHONE);
    await page.getByRole('button', { name: '打开菜单' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('link', { name: '设置' }).click();
    await heading(page, '设置').waitFor();
    await drawer.waitFor({ state: 'hidden' });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

describe('unions and settings through the screens', () => {
  test('a union is added; a name that is taken is said at its field, and what was typed stays', async () => {
    const page = await at('/unions', system);
    const add = async (name: string) => {
      await page.getByRole('button', { name: '新增下级：二七区总工会' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('工会名称').fill(name);
      await dialog.getByRole('button', { name: '新增下级' }).click();
      return dialog;
    };
    await (await add('大学路街道总工会')).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '展开二七区总工会的下级' }).click();
    await page.getByText('大学路街道总工会').waitFor();
    const dialog = await add('大学路街道总工会');
    await dialog.getByText('同一个上级下面已经有大学路街道总工会，换一个名字。').waitFor();
    expect(await dialog.getByLabel('工会名称').inputValue()).toBe('大学路街道总工会');
    expect((await axeOn(page).analyze()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.context().close();
  });

  test('a setting is changed from a day on, says whose it is, and goes back to what is above', async () => {
    const page = await at('/settings?union=410103', system);
    const line = page.getByRole('listitem').filter({ hasText: '退出公示期' });
    await line.getByText('全国默认').waitFor();
    await line.getByRole('button', { name: '改：退出公示期' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('退出公示期').fill('10');
    await dialog.getByLabel('从哪天起').fill('2026-11-20');
    await dialog.getByRole('button', { name: '改', exact: true }).click();
    await dialog.getByText(/不能早于|不早于/).waitFor();
    expect(await dialog.getByLabel('退出公示期').inputValue()).toBe('10');
    await dialog.getByLabel('从哪天起').fill('2026-11-26');
    await dialog.getByRole('button', { name: '改', exact: true }).click();
    await line.getByText('自己定的，2026年11月26日起').waitFor();
    await line.getByText('10 天').waitFor();
    await line.getByRole('button', { name: '改：退出公示期' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '改回跟上级一样（7 天）' }).click();
    await line.getByText('全国默认').waitFor();
    await page.context().close();
  });

  test('a session that ends leaves what was typed, and asks to sign in beside it', async () => {
    const page = await at('/settings?union=410105', system);
    await page.getByRole('button', { name: '改：整改期限' }).click();
    await page.getByRole('dialog').getByLabel('整改期限').fill('21');
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole('dialog').getByRole('button', { name: '改', exact: true }).click();
    const ended = page.getByRole('dialog', { name: '登录已过期' });
    await ended.waitFor();
    await page.context().addCookies(cookies);
    await ended.getByRole('button', { name: '登录好了，接着做' }).click();
    await ended.waitFor({ state: 'hidden' });
    const dialog = page.getByRole('dialog', { name: '整改期限' });
    expect(await dialog.getByLabel('整改期限').inputValue()).toBe('21');
    await dialog.getByRole('button', { name: '改', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('listitem').filter({ hasText: '整改期限' }).getByText('21 天').waitFor();
    await page.context().close();
  });
});

describe('axe', () => {
  test.each([
    ['/', 'light', 'desktop'],
    ['/', 'dark', 'phone'],
    ['/unions', 'dark', 'desktop'],
    ['/settings', 'light', 'phone'],
  ] as const)('finds nothing on %s, %s, %s', async (path, colorScheme, device) => {
    const page = await at(path, path === '/' ? officer : system, { colorScheme, ...(device === 'phone' && PHONE) });
    await page.getByRole('heading', { level: 2 }).or(page.getByText('二七区总工会')).first().waitFor();
    expect((await axeOn(page).analyze()).violations).toEqual([]);
    await page.context().close();
  });
});
