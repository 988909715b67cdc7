import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import type { Instant } from '../../shared/kernel/instant.ts';

export type Person = {
  readonly username: string;
  readonly password: string;
  /** What their phone shows now, where the account has a second factor; see `codeOf`. */
  readonly totp?: () => string;
};

/** Signs in through the screen of the page, which must be one of the server's; goes to the sign-in page unless it is there. */
export async function signIn(page: Page, { username, password, totp }: Person): Promise<void> {
  if (!new URL(page.url()).pathname.startsWith('/admin/login')) {
    await page.goto(new URL('/admin/login', page.url()).href);
  }
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  if (totp !== undefined) {
    await page.getByLabel('验证码').fill(totp());
    await page.getByRole('button', { name: '登录' }).click();
  }
  await page.waitForURL((url) => !url.pathname.startsWith('/admin/login'));
}

/** The code of a secret in base32 at the server's time. */
export function codeOf(secret: string, at: Instant): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
}
