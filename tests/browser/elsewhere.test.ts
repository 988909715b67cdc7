import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gcjToWgs } from '../../shared/geo/gcj.ts';
import { HERE, hero, openList, openStage, type Stage, said } from './stage.ts';

/** Each story opens the app several times over. */
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('another place than the phone says', () => {
  test("a point in the address: the list is measured from there, and the phone's own place is one tap away", async () => {
    const phone = await stage.phone();
    const page = await openList(phone, `${stage.origin}/#p=113.67100,34.75900`);
    await said(page, '按选的地方算远近');
    await hero(page).getByText('测试大同路驿站').waitFor();
    await page.getByRole('button', { name: '喝水' }).click();
    await page.waitForURL(/want=water#p=113\.67100,34\.75900$/);
    await page.locator('header button[aria-haspopup=dialog]').first().click();
    await page.getByRole('button', { name: '用手机定位' }).click();
    await said(page, '刚刚定位');
    await hero(page).getByText('测试德化街驿站').waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await phone.close();
  });

  test('picked by keyboard alone, and offered again the next time', async () => {
    const phone = await stage.phone({ isMobile: false });
    const page = await openList(phone, stage.origin);
    const place = page.locator('header button[aria-haspopup=dialog]').first();
    await place.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox').focus();
    await page.keyboard.type('eqq');
    await page.getByRole('option', { name: '二七区' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await said(page, '按这里的中心算远近');
    await place.click();
    await page.getByRole('region', { name: '最近选过的' }).getByRole('button', { name: '二七区' }).waitFor();
    await phone.close();
  });
});

describe('a phone whose fixes are shifted already', () => {
  test('is half a kilometre off until its owner says so, and then right at every visit', async () => {
    const phone = await stage.phone({ geolocation: { longitude: HERE.lng, latitude: HERE.lat, accuracy: 20 } });
    const page = await openList(phone, stage.origin);
    expect(await hero(page).innerText()).not.toContain('240');
    await page.locator('header button[aria-haspopup=dialog]').first().click();
    await page.getByLabel('我的位置偏移了').check();
    await page.keyboard.press('Escape');
    const again = page.getByRole('button', { name: '重新排' });
    await again.click();
    await hero(page).getByText('240').waitFor();
    await page.reload();
    await hero(page).getByText('240').waitFor();
    await phone.close();
  });
});

describe('a worker who walks', () => {
  const north = (metres: number) => {
    const { lng, lat } = gcjToWgs(HERE);
    return { longitude: lng, latitude: lat + metres / 111_000, accuracy: 15 };
  };

  test('is kept up with while the list is untouched, and asked once it is', async () => {
    const phone = await stage.phone({ geolocation: north(0) });
    const page = await openList(phone, stage.origin);
    await hero(page).getByText('240').waitFor();
    await phone.setGeolocation(north(120));
    await hero(page).getByText('120').waitFor();
    await page.mouse.wheel(0, 300);
    await page.locator('body').dispatchEvent('pointerdown');
    await phone.setGeolocation(north(-60));
    await said(page, '位置更新了');
    await hero(page).getByText('120').waitFor();
    await page.getByRole('button', { name: '重新排' }).click();
    await hero(page).getByText('300').waitFor();
    await phone.close();
  });

  test('with a fix 300 m wide is told 约', async () => {
    const phone = await stage.phone({ geolocation: { ...north(0), accuracy: 300 } });
    const page = await openList(phone, stage.origin);
    await hero(page).getByText('约 240').waitFor();
    await said(page, '误差约 300 米');
    await phone.close();
  });
});
