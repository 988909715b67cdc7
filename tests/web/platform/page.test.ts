// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Workbox } from 'workbox-window';
import { instant } from '../../../shared/kernel/instant.ts';
import { pageClock } from '../../../web/platform/clock.ts';
import { pageDevice } from '../../../web/platform/device.ts';
import { makeInstall } from '../../../web/platform/install.ts';
import { storageKeep } from '../../../web/platform/keep.ts';
import { keyValue } from '../../../web/platform/key-value.ts';
import { pageNetwork, type Wake } from '../../../web/platform/network.ts';
import { pageVoice } from '../../../web/platform/voice.ts';

let seen: DocumentVisibilityState = 'visible';
Object.defineProperty(document, 'visibilityState', { get: () => seen });
function turn(to: DocumentVisibilityState): void {
  seen = to;
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  seen = 'visible';
});

describe('the clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-22T10:00:20+08:00') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('ticks at each full minute, and only while the page is seen', () => {
    const ticks: string[] = [];
    const stop = pageClock(document).subscribe(() => ticks.push(new Date().toISOString().slice(14, 19)));
    vi.advanceTimersByTime(120_000);
    expect(ticks).toEqual(['01:00', '02:00']);
    turn('hidden');
    vi.advanceTimersByTime(300_000);
    expect(ticks).toHaveLength(2);
    turn('visible');
    expect(ticks).toEqual(['01:00', '02:00', '07:20']);
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the page’s network', () => {
  test('wakes when the page is seen again and when a net is back', () => {
    const heard: Wake[] = [];
    const stop = pageNetwork(document, window).subscribe((why) => heard.push(why));
    turn('hidden');
    turn('visible');
    window.dispatchEvent(new Event('online'));
    stop();
    turn('visible');
    expect(heard).toEqual(['visible', 'online']);
  });

  test.each([
    [undefined, true],
    [{ type: 'wifi', effectiveType: '4g' }, false],
    [{ saveData: true }, true],
    [{ type: 'cellular' }, true],
    [{ effectiveType: 'slow-2g' }, true],
  ])('spares a line that is %j: %s', (connection, is) => {
    Object.defineProperty(window.navigator, 'connection', { value: connection, configurable: true });
    expect(pageNetwork(document, window).isSparing()).toBe(is);
  });
});

describe('a new version', () => {
  function version() {
    const heard = new Map<string, () => void>();
    const did: string[] = [];
    const workbox = {
      addEventListener: (name: string, act: () => void) => heard.set(name, act),
      register: async () => did.push('register'),
      update: async () => did.push('update'),
      messageSkipWaiting: () => did.push('skip waiting'),
    } as unknown as Workbox;
    const target = Object.assign(new EventTarget(), { location: { reload: () => did.push('reload') } });
    const clock = { ms: 0 };
    const install = makeInstall({
      worker: async () => workbox,
      page: document,
      target: target as unknown as Window,
      now: () => instant(clock.ms),
    });
    return { heard, did, target, clock, install };
  }
  const turns = () => new Promise((done) => setTimeout(done));

  test('waits until the person says so, and only then takes over and loads again', async () => {
    const { heard, did, install } = version();
    install.begin();
    await turns();
    expect([did, install.get()]).toEqual([['register'], false]);
    heard.get('waiting')?.();
    expect(install.get()).toBe(true);
    // Another tab said yes: this one goes on with what it runs.
    heard.get('controlling')?.();
    expect(did).toEqual(['register']);
    install.accept();
    expect(did).toEqual(['register', 'skip waiting']);
    heard.get('controlling')?.();
    expect(did).toEqual(['register', 'skip waiting', 'reload']);
  });

  test('is also offered when a part of this one is gone from the server', () => {
    const { did, target, install } = version();
    target.dispatchEvent(new Event('vite:preloadError'));
    expect([install.get(), did]).toEqual([true, []]);
    install.accept();
    expect(did).toEqual(['reload']);
  });

  test('is looked for when the page comes back after an hour', async () => {
    const { did, clock, install } = version();
    install.begin();
    await turns();
    turn('visible');
    clock.ms = 3_600_001;
    turn('visible');
    turn('visible');
    expect(did).toEqual(['register', 'update']);
  });
});

describe('what the browser keeps', () => {
  test('storage that may not even be named serves for this visit', () => {
    const notes = keyValue(() => {
      throw new DOMException('cookies are blocked', 'SecurityError');
    }, window.crypto);
    expect(notes.put('a', '1')).toBe(false);
    expect(notes.get('a')).toBe('1');
  });

  test('storage that is there keeps from visit to visit', () => {
    expect(keyValue(() => window.localStorage, window.crypto).put('a', '1')).toBe(true);
    expect(keyValue(() => window.localStorage, window.crypto).get('a')).toBe('1');
    expect(window.localStorage.length).toBe(1);
  });

  test('a browser without a storage manager cannot say whether it keeps', async () => {
    const keep = storageKeep(undefined);
    keep.ask();
    expect([keep.get(), await keep.room()]).toEqual(['unknown', null]);
  });

  test('asked to keep, it says whether it will', async () => {
    const manager = {
      persisted: async () => false,
      persist: async () => true,
      estimate: async () => ({ quota: 100, usage: 40 }),
    } as unknown as StorageManager;
    const keep = storageKeep(manager);
    await Promise.resolve();
    await Promise.resolve();
    expect(keep.get()).toBe('not-kept');
    keep.ask();
    await Promise.resolve();
    await Promise.resolve();
    expect([keep.get(), await keep.room()]).toEqual(['kept', 60]);
  });
});

describe('the device', () => {
  test('reads out only with a Chinese voice that lives on the phone', () => {
    const voices = (list: readonly Partial<SpeechSynthesisVoice>[]) => {
      Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => list }, configurable: true });
      return pageVoice(window.speechSynthesis, window).get();
    };
    expect(voices([{ lang: 'zh-CN', localService: false }])).toBe('none');
    expect(voices([{ lang: 'en-US', localService: true }])).toBe('none');
    expect(voices([{ lang: 'zh-CN', localService: true }])).toBe('silent');
  });

  test('copies by the old command where there is no clipboard, and says when that was refused', async () => {
    const device = pageDevice(document, window);
    document.execCommand = () => true;
    expect(await device.copy('德化街 1 号')).toBe(true);
    document.execCommand = () => false;
    expect(await device.copy('德化街 1 号')).toBe(false);
    expect(document.querySelector('textarea')).toBeNull();
  });
});
