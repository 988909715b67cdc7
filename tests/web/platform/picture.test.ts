// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pageDevice } from '../../../web/platform/device.ts';
import { fileName, givePicture } from '../../../web/platform/picture.ts';
import { wakeKeeper } from '../../../web/platform/wake.ts';

const PICTURE = { png: new Blob(['png'], { type: 'image/png' }), name: '歇脚 德化街驿站', title: '德化街驿站' };

describe('a file’s name', () => {
  test.each([
    ['德化街驿站', '德化街驿站.png'],
    ['a/b\\c:d*e?"f<g>h|i', 'a b c d e f g h i.png'],
    ['\u202e倒着写\u0000', '倒着写.png'],
    ['  \n ', '驿站.png'],
    ['长'.repeat(99), `${'长'.repeat(40)}.png`],
  ])('%j becomes %j', (name, file) => {
    expect(fileName(name)).toBe(file);
  });
});

describe('a picture that is passed on', () => {
  const clicked: string[] = [];
  beforeEach(() => {
    clicked.length = 0;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(`${this.download} from ${this.href}`);
    });
    Object.assign(URL, { createObjectURL: () => 'blob:picture', revokeObjectURL: () => undefined });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    sheet(undefined);
  });
  function sheet(share: ((data: ShareData) => Promise<void>) | undefined, takesFiles = true): void {
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    const canShare = share === undefined ? undefined : () => takesFiles;
    Object.defineProperty(navigator, 'canShare', { value: canShare, configurable: true });
  }

  test('goes through the sheet where that takes files', async () => {
    const shared: (ShareData | undefined)[] = [];
    sheet(async (data) => void shared.push(data));
    expect(await givePicture(PICTURE, document)).toBe('shared');
    expect(shared[0]?.files?.map(({ name, type }) => `${name} ${type}`)).toEqual(['歇脚 德化街驿站.png image/png']);
    expect(clicked).toEqual([]);
  });

  test('is dropped when the sheet is closed without a choice', async () => {
    sheet(() => Promise.reject(new DOMException('no', 'AbortError')));
    expect(await givePicture(PICTURE, document)).toBe('dropped');
    expect(clicked).toEqual([]);
  });

  test('is saved where there is no sheet, none for files, or one that does not work', async () => {
    expect(await givePicture(PICTURE, document)).toBe('saved');
    sheet(async () => undefined, false);
    expect(await givePicture(PICTURE, document)).toBe('saved');
    sheet(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    expect(await givePicture(PICTURE, document)).toBe('saved');
    expect(clicked).toEqual(Array.from({ length: 3 }, () => '歇脚 德化街驿站.png from blob:picture'));
  });
});

describe('a screen that stays lit', () => {
  function lamp() {
    let lit = 0;
    const wakeLock = {
      request: async () => {
        lit += 1;
        const release = async () => {
          lit -= 1;
        };
        return { release };
      },
    } as unknown as WakeLock;
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
    return { keep: wakeKeeper(wakeLock, page), page, lit: () => lit };
  }
  const turns = () => new Promise((done) => setTimeout(done));

  test('is lit until it is let go, once', async () => {
    const { keep, lit } = lamp();
    const sleep = keep();
    await turns();
    expect(lit()).toBe(1);
    sleep();
    await turns();
    expect(lit()).toBe(0);
  });

  test('is let go even when the lock comes late', async () => {
    const { keep, lit } = lamp();
    keep()();
    await turns();
    expect(lit()).toBe(0);
  });

  test('is lit again when the page comes back: the browser took the lock away', async () => {
    const { keep, page, lit } = lamp();
    keep();
    await turns();
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    await turns();
    expect(lit()).toBe(1);
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    await turns();
    expect(lit()).toBe(2);
  });

  test('goes dark as ever where the browser cannot, or will not', async () => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
    wakeKeeper(undefined, page)()();
    const unwilling = { request: () => Promise.reject(new Error('battery')) } as unknown as WakeLock;
    const sleep = wakeKeeper(unwilling, page)();
    await turns();
    expect(sleep).not.toThrow();
  });
});

describe('a way out of the app', () => {
  const world = (userAgent: string, isActive: boolean | null) => {
    const opened: string[] = [];
    const tab = { opener: 'us' as unknown };
    const target = {
      navigator: { userAgent, ...(isActive === null ? {} : { userActivation: { isActive } }) },
      open: (url: string) => {
        opened.push(url);
        return tab;
      },
    } as unknown as Window;
    return { device: pageDevice(document, target), opened, tab };
  };

  test('is opened as the answer to a tap alone, and what opens does not see us', () => {
    const tapped = world('', true);
    expect(tapped.device.open('https://example.cn/')).toBe(true);
    expect(tapped.opened).toEqual(['https://example.cn/']);
    expect(tapped.tab.opener).toBeNull();
    for (const isActive of [false, null]) {
      const untapped = world('', isActive);
      expect(untapped.device.open('https://example.cn/')).toBe(false);
      expect(untapped.opened).toEqual([]);
    }
  });

  test.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.4', true, true],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15', true, false],
    ['Mozilla/5.0 (Linux; Android 12) MicroMessenger/8.0 Chrome/98', false, true],
    ['Mozilla/5.0 (Linux; Android 12) Chrome/120', false, false],
  ])('knows where it runs: %s', (agent, isApple, isWechat) => {
    const { device } = world(agent, null);
    expect({ isApple: device.isApple, isWechat: device.isWechat }).toEqual({ isApple, isWechat });
  });
});
