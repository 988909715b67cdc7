import { type Cell, cell } from './cell.ts';

/** `none`: nothing here reads Chinese aloud. */
export type VoiceState = 'none' | 'silent' | 'speaking';
export type Voice = Pick<Cell<VoiceState>, 'get' | 'subscribe'> & {
  /** Says this instead of what is being said. */
  say(text: string): void;
  stop(): void;
};

/** A little slower than people talk: it is listened to in traffic. */
const RATE = 0.9;

/** Only with a Chinese voice that lives on the phone: the others send what they read to their maker. */
export function pageVoice(synthesis: SpeechSynthesis | undefined, page: EventTarget): Voice {
  const state = cell<VoiceState>('none');
  if (synthesis === undefined) return { ...state, say: () => undefined, stop: () => undefined };
  const chinese = () => synthesis.getVoices().find(isOurs) ?? null;
  // Browsers load their voices behind the page and say so when they have them.
  const look = () => {
    if (state.get() === 'none' && chinese() !== null) state.put('silent');
  };
  look();
  synthesis.addEventListener?.('voiceschanged', look);
  const stop = () => {
    if (state.get() !== 'speaking') return;
    state.put('silent');
    synthesis.cancel();
  };
  // Some browsers go on reading when the page is gone.
  page.addEventListener('pagehide', stop);
  return {
    get: state.get,
    subscribe: state.subscribe,
    stop,
    say: (text) => {
      const voice = chinese();
      if (voice === null) return;
      synthesis.cancel();
      const said = new SpeechSynthesisUtterance(text);
      said.voice = voice;
      said.lang = voice.lang;
      said.rate = RATE;
      said.onend = () => state.put('silent');
      // What was cut off by the next one is not the end of the next one.
      said.onerror = ({ error }) => {
        if (error !== 'interrupted' && error !== 'canceled') state.put('silent');
      };
      state.put('speaking');
      synthesis.speak(said);
    },
  };
}

function isOurs({ lang, localService }: SpeechSynthesisVoice): boolean {
  return localService && /^(zh|cmn)([-_]|$)/i.test(lang);
}
