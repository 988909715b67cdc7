// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { pageHomeScreen } from '../../../web/platform/home-screen.ts';
import { pageVoice } from '../../../web/platform/voice.ts';

type Said = SpeechSynthesisUtterance;

/** What jsdom has not: a phone that reads aloud. `late`: its voices come after a while. */
function phone({ late = false } = {}) {
  const said: Said[] = [];
  const log: string[] = [];
  const voices: Partial<SpeechSynthesisVoice>[] = late ? [] : [{ lang: 'zh-CN', localService: true }];
  const events = new EventTarget();
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
    value: function Utterance(this: { text: string }, text: string) {
      this.text = text;
    },
    configurable: true,
  });
  const synthesis = Object.assign(events, {
    getVoices: () => voices,
    speak: (one: Said) => {
      said.push(one);
      log.push(`speak ${one.text}`);
    },
    cancel: () => log.push('cancel'),
  });
  return { synthesis: synthesis as unknown as SpeechSynthesis, said, log, voices, events };
}

describe('reading aloud', () => {
  test('is offered once the phone knows its voices', () => {
    const { synthesis, voices, events } = phone({ late: true });
    const voice = pageVoice(synthesis, window);
    expect(voice.get()).toBe('none');
    voices.push({ lang: 'cmn-Hans-CN', localService: true });
    events.dispatchEvent(new Event('voiceschanged'));
    expect(voice.get()).toBe('silent');
  });

  test('says one thing at a time and is silent at its end, not at the end of the one before', () => {
    const { synthesis, said, log } = phone();
    const voice = pageVoice(synthesis, window);
    voice.say('甲');
    voice.say('乙');
    expect(log).toEqual(['cancel', 'speak 甲', 'cancel', 'speak 乙']);
    said[0]?.onerror?.({ error: 'interrupted' } as SpeechSynthesisErrorEvent);
    expect(voice.get()).toBe('speaking');
    said[1]?.onend?.({} as SpeechSynthesisEvent);
    expect(voice.get()).toBe('silent');
  });

  test('stops when told to and when the page is left', () => {
    const { synthesis, log } = phone();
    const voice = pageVoice(synthesis, window);
    voice.say('甲');
    voice.stop();
    voice.stop();
    expect(log).toEqual(['cancel', 'speak 甲', 'cancel']);
    voice.say('乙');
    window.dispatchEvent(new Event('pagehide'));
    expect([voice.get(), log.at(-1)]).toEqual(['silent', 'cancel']);
  });

  test('is not offered where nothing reads', () => {
    const voice = pageVoice(undefined, window);
    voice.say('甲');
    expect(voice.get()).toBe('none');
  });
});

describe('the home screen', () => {
  function browser({ standalone, shown = false }: { standalone?: boolean; shown?: boolean } = {}) {
    const target = new EventTarget();
    return Object.assign(target, {
      matchMedia: () => ({ matches: shown }),
      navigator: standalone === undefined ? {} : { standalone },
    }) as unknown as Window;
  }

  test('is offered when the browser would ask, asked once, and the browser’s own banner is held back', () => {
    const target = browser();
    const home = pageHomeScreen(target);
    expect(home.get()).toBe('none');
    let prompts = 0;
    const prompt = async () => {
      prompts++;
    };
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
    target.dispatchEvent(offer);
    expect([home.get(), offer.defaultPrevented]).toEqual(['ready', true]);
    home.ask();
    home.ask();
    expect([prompts, home.get()]).toEqual([1, 'none']);
    target.dispatchEvent(new Event('appinstalled'));
    expect(home.get()).toBe('done');
  });

  test('an iPhone is told how, an app opened from there nothing', () => {
    expect(pageHomeScreen(browser({ standalone: false })).get()).toBe('by-hand');
    expect(pageHomeScreen(browser({ standalone: true })).get()).toBe('done');
    expect(pageHomeScreen(browser({ shown: true })).get()).toBe('done');
  });
});
