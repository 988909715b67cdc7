import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hero, openList, openStage, type Stage, said } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('a browser that keeps less', () => {
  test('without a service worker the list is there, and after a restart too', async () => {
    const phone = await stage.phone({ serviceWorkers: 'block' });
    const page = await openList(phone, stage.origin);
    await page.waitForFunction(() => localStorage.getItem('stored') !== null);
    stage.door.spoil('unavailable', ({ path }) => /^\/(api|packs)\//.test(path));
    await page.reload();
    await hero(page).getByText('测试德化街驿站').waitFor();
    stage.door.mend();
    await phone.close();
  });

  test.each(['throws', 'hangs'] as const)(
    'whose database %s shows the list and says that it will be gone',
    async (how) => {
      const phone = await stage.phone();
      await phone.addInitScript((fails: boolean) => {
        IDBFactory.prototype.open = () => {
          if (fails) throw new DOMException('no', 'SecurityError');
          return Object.create(IDBOpenDBRequest.prototype, { addEventListener: { value: () => undefined } });
        };
      }, how === 'throws');
      const page = await openList(phone, stage.origin);
      await said(page, '浏览器不让存名单（多半是无痕窗口），关掉就没了。');
      await page.getByRole('link', { name: '详情' }).click();
      await page.getByRole('heading', { name: '怎么进' }).waitFor();
      expect(await page.evaluate(() => localStorage.getItem('stored'))).toBe(null);
      await phone.close();
    },
  );
});
