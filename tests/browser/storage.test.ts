import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchKept } from '../fixtures/make/chromium.ts';
import { dropFolder } from '../fixtures/make/folder.ts';
import { hero, openList, openStage, phoneOptions, type Stage, said, settled } from './stage.ts';

const DOOR = '测试德化街驿站';
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.door.mend());
afterAll(() => stage.close());

describe('a phone without room', () => {
  test('shows the list all the same and says that it will not last', async () => {
    const phone = await stage.phone({ serviceWorkers: 'block' });
    const page = await phone.newPage();
    const session = await phone.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: stage.origin, quotaSize: 1 });
    await page.goto(stage.origin);
    await hero(page).getByText(DOOR).waitFor();
    await said(page, '存不下');
    // Room is made: the next visit keeps what it gets.
    await session.send('Storage.overrideQuotaForOrigin', { origin: stage.origin });
    await page.reload();
    await page.waitForFunction(() => localStorage.getItem('stored') !== null);
    await hero(page).getByText(DOOR).waitFor();
    expect(await page.getByText('存不下').count()).toBe(0);
    await phone.close();
  });
});

describe('a database that', () => {
  test.each([
    ['refuses', refuse],
    ['never answers', hang],
  ] as const)('%s: the list comes from the net, and it is said that it will not last', async (_, spoil) => {
    const phone = await stage.phone();
    const page = await phone.newPage();
    await page.addInitScript(spoil);
    await page.goto(stage.origin);
    await hero(page).getByText(DOOR).waitFor();
    await said(page, /关掉|不让存|留不住/);
    await phone.close();
  });
});

describe('a browser that is killed', () => {
  test('opens the next time with the list, without a net', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'xiejiao-profile-'));
    const first = await launchKept(profile, phoneOptions());
    const page = await openList(first.phone, stage.origin);
    await settled(page);
    await first.kill();
    const second = await launchKept(profile, phoneOptions());
    await second.phone.setOffline(true);
    const again = await second.phone.newPage();
    await again.goto(stage.origin);
    await hero(again).getByText(DOOR).waitFor();
    await second.kill();
    // Its last processes may still be writing.
    await dropFolder(profile);
  });
});

describe('a line of 2G', () => {
  /** 250 kbit/s down, 50 up, 300 ms there and back. */
  const SLOW = { offline: false, latency: 300, downloadThroughput: 31_250, uploadThroughput: 6_250 };

  test('brings the first list, and the next visit has it at once', async () => {
    const phone = await stage.phone();
    const page = await phone.newPage();
    const session = await phone.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW);
    await page.goto(stage.origin, { timeout: 60_000, waitUntil: 'commit' });
    await hero(page).getByText(DOOR).waitFor({ timeout: 60_000 });
    await session.send('Network.emulateNetworkConditions', { ...SLOW, downloadThroughput: -1, uploadThroughput: -1 });
    await settled(page);
    // The line is so slow now that no answer comes: the list is there without one.
    await session.send('Network.emulateNetworkConditions', { ...SLOW, latency: 60_000 });
    await page.reload({ waitUntil: 'commit' });
    await hero(page).getByText(DOOR).waitFor({ timeout: 30_000 });
    await phone.close();
  }, 120_000);
});

function refuse(): void {
  Object.defineProperty(window, 'indexedDB', {
    value: {
      open: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    },
  });
}

function hang(): void {
  IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
}
