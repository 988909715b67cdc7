import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnionId } from '../../shared/station/station.ts';
import { axeOn } from '../fixtures/make/axe.ts';
import { TEST_SIGNING } from '../fixtures/make/signed.ts';
import { handMadeStations } from '../fixtures/world/stations.ts';
import {
  browserOf,
  later,
  OFFICER,
  PASSWORD,
  personAt,
  setUp,
  signIn as signInBare,
} from '../server/accounts/people.ts';
import { type ClerkStage, openClerkStage } from './clerk-stage.ts';
import { codeOf, signIn } from './sign-in.ts';

const ADMIN = { name: '陈安', union: '410100' as UnionId, functions: ['security-admin'] as const, stations: [] };
const MINUTE = 60_000;

let stage: ClerkStage;
let secret: string;
beforeAll(async () => {
  const demo = [{ username: 'demo-officer', name: '示例·经办人' }];
  const signing = { ...TEST_SIGNING, demo };
  stage = await openClerkStage({ stations: handMadeStations(), deps: { secure: false, signing } });
  await personAt(stage.server, 'chen.an', ADMIN);
  await personAt(stage.server, 'li.min', OFFICER);
  await personAt(stage.server, 'zhao.lei', OFFICER);
  const browser = browserOf(stage.server);
  await signInBare(browser, 'li.min');
  ({ secret } = await setUp(browser, stage.server.clock.now));
  later(stage.server, MINUTE);
});
afterAll(() => stage.close());

async function open(path: string, options = {}): Promise<Page> {
  const page = await (await stage.desktop(null, options)).newPage();
  await page.goto(`${stage.origin}/admin${path}`);
  return page;
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

describe('signing in', () => {
  test('leads to where one was going, by the keyboard alone, with the second factor', async () => {
    const page = await open('/stations');
    await page.getByLabel('用户名').waitFor();
    expect(new URL(page.url()).searchParams.get('next')).toBe('/stations');
    await page.keyboard.type('li.min');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByLabel('验证码').waitFor();
    await page.keyboard.type(codeOf(secret, stage.server.clock.now));
    await page.keyboard.press('Enter');
    await page.waitForURL(`${stage.origin}/admin/stations`);
    await page.getByRole('link', { name: '李敏' }).waitFor();
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ name: 's', httpOnly: true, sameSite: 'Lax', path: '/' }]);
    await page.context().close();
  });

  test('says at the field what was wrong, keeps what was typed, and offers the demo accounts by name', async () => {
    const page = await open('/login', { viewport: { width: 390, height: 844 } });
    await page.getByRole('button', { name: '示例·经办人' }).click();
    await expect.poll(() => page.getByLabel('用户名').inputValue()).toBe('demo-officer');
    await page.getByLabel('用户名').fill('li.min');
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: '登录' }).click();
    const field = page.getByLabel('密码', { exact: true });
    await page.getByText('用户名或密码不对').waitFor();
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('用户名或密码不对');
    expect(await page.getByLabel('用户名').inputValue()).toBe('li.min');
    await expectClean(page);
    await page.context().close();
  });
});

describe('a session that nobody uses', () => {
  test('warns a minute before it ends, goes on when told to, and otherwise makes way', async () => {
    const { server } = stage;
    const page = await (await stage.desktop(null)).newPage();
    await page.clock.install({ time: server.clock.now });
    await page.goto(`${stage.origin}/admin/login?next=/me`);
    await signIn(page, { username: 'zhao.lei', password: PASSWORD });
    await page.getByText('登录着的地方').waitFor();
    const pass = async (ms: number) => {
      later(server, ms);
      await page.clock.fastForward(ms);
    };
    await pass(29 * MINUTE + 1000);
    // The page's clock runs on beside: how many seconds exactly is told in tests/web/admin/idle.test.ts.
    await page.getByText('秒后退出登录').waitFor();
    await expectClean(page);
    await page.getByRole('button', { name: '继续使用' }).click();
    await page.getByText('秒后退出登录').waitFor({ state: 'detached' });
    // Only a second of the old half hour was left: without the new one this would be the end.
    await pass(10 * MINUTE);
    expect(await page.getByText('登录着的地方').isVisible()).toBe(true);
    await pass(21 * MINUTE);
    await page.waitForURL(/\/admin\/login\?/);
    expect(new URL(page.url()).searchParams.get('next')).toBe('/me');
    await page.getByText('好一会儿没有操作，已经退出登录。').waitFor();
    await page.context().close();
  });
});

describe('a security administrator', () => {
  test('invites somebody, who joins by the link and keeps the recovery codes', async () => {
    const page = await open('/login?next=/accounts');
    await signIn(page, { username: 'chen.an', password: PASSWORD });
    await page.getByText('本级和下级 3 个').waitFor();
    later(stage.server, 6 * MINUTE);
    await page.getByRole('button', { name: '邀请' }).click();
    const drawer = page.getByRole('dialog', { name: '邀请一个人' });
    await drawer.getByLabel('用户名').fill('wang.fang');
    await drawer.getByLabel('姓名').fill('王芳');
    await drawer.getByRole('checkbox', { name: '安全管理员' }).check();
    await drawer.getByRole('checkbox', { name: '审计员' }).check();
    await drawer.getByRole('button', { name: '邀请', exact: true }).click();
    await drawer.getByText('一个账号不能同时是安全管理员、审计员').waitFor();
    await drawer.getByRole('checkbox', { name: '安全管理员' }).uncheck();
    await expectClean(page);
    await drawer.getByRole('button', { name: '邀请', exact: true }).click();
    const fresh = page.getByRole('dialog', { name: '再输一次密码' });
    await fresh.getByLabel('密码', { exact: true }).fill('wrong');
    await fresh.getByRole('button', { name: '确认' }).click();
    await fresh.getByText('密码不对，再输一遍。').waitFor();
    await fresh.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await fresh.getByRole('button', { name: '确认' }).click();
    const link = (await drawer.getByText('/admin/join#').textContent()) ?? '';
    await join(link);
    await drawer.getByRole('button', { name: '发好了' }).click();
    await page.reload();
    await page.getByText('wang.fang').waitFor();
    await page.context().close();
  });

  test('disables somebody after saying what happens then, and sees it in the list', async () => {
    const page = await open('/login?next=/accounts');
    await signIn(page, { username: 'chen.an', password: PASSWORD });
    await page
      .getByRole('row', { name: /zhao\.lei/ })
      .getByRole('button')
      .click();
    const drawer = page.getByRole('dialog', { name: '李敏' });
    await drawer.getByRole('button', { name: '停用' }).click();
    const asked = page.getByRole('dialog', { name: '停用' });
    await asked.getByText('登录马上结束').waitFor();
    await asked.getByLabel('原因').fill('调走了');
    await asked.getByRole('button', { name: '停用' }).click();
    await drawer.getByRole('button', { name: '启用' }).waitFor();
    await expectClean(page);
    await page.keyboard.press('Escape');
    await page
      .getByRole('row', { name: /zhao\.lei/ })
      .getByText('已停用')
      .waitFor();
    const account = await stage.server.store.accountByUsername('zhao.lei');
    expect(account?.disabled).toBe(true);
    await page.context().close();
  });
});

async function join(link: string): Promise<void> {
  const page = await (await stage.desktop(null)).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(link);
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByLabel('再输一遍').fill(PASSWORD);
  await page.getByRole('img', { name: '给验证器扫的码' }).waitFor();
  await expectClean(page);
  const typed = /密钥：\s*([A-Z2-7 ]+)/.exec(await page.locator('ol').innerText())?.[1]?.replace(/\s/g, '') ?? '';
  await page.getByLabel('验证码').fill(codeOf(typed, stage.server.clock.now));
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.getByText('这是十个恢复码').waitFor();
  expect(await page.getByRole('list', { name: '恢复码' }).getByRole('listitem').count()).toBe(10);
  expect(await page.getByRole('button', { name: '接着做' }).isDisabled()).toBe(true);
  await page.getByLabel('十个恢复码都存好了').check();
  await page.getByRole('button', { name: '接着做' }).click();
  await page.goto(`${stage.origin}/admin/me`);
  await page.getByText('恢复码还剩 10 个').waitFor();
  // What makes the link good for one person stands behind the # alone, and no address that is asked carries it.
  const token = link.split('#')[1] ?? '';
  expect(token).toHaveLength(43);
  expect(asked.filter((url) => url.split('#', 1).join('').includes(token))).toEqual([]);
  await page.context().close();
}
