type Device = {
  /** False when the clipboard refused. */
  copy(text: string): Promise<boolean>;
  readonly share: ((what: { readonly title: string; readonly url: string }) => void) | null;
  readonly speak: ((text: string) => void) | null;
};

export function pageDevice(page: Document, target: Window): Device {
  return {
    copy: (text) => copy(text, page, target.navigator.clipboard),
    share: shareOf(target.navigator),
    get speak() {
      return speakOf(target.speechSynthesis);
    },
  };
}

/** On plain http there is no clipboard, only the old command, and that takes a field with the text in it. */
async function copy(text: string, page: Document, clipboard: Clipboard | undefined): Promise<boolean> {
  try {
    if (clipboard !== undefined) {
      await clipboard.writeText(text);
      return true;
    }
    return copyByField(text, page);
  } catch {
    return false; // Refused: the screen shows the text to be copied by hand.
  }
}

function copyByField(text: string, page: Document): boolean {
  const field = page.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  page.body.append(field);
  field.select();
  const done = page.execCommand('copy');
  field.remove();
  return done;
}

function shareOf(navigator: Navigator): Device['share'] {
  const share: Navigator['share'] | undefined = navigator.share;
  if (share === undefined) return null;
  return (what) => {
    // Closing the sheet without choosing is reported as an error, and is none.
    share.call(navigator, what).catch(() => undefined);
  };
}

/** Only with a Chinese voice that lives on the phone: the others send what they read to their maker. */
function speakOf(synthesis: SpeechSynthesis | undefined): Device['speak'] {
  const voice = synthesis
    ?.getVoices()
    .find(({ lang, localService }) => localService && /^(zh|cmn)([-_]|$)/i.test(lang));
  if (synthesis === undefined || voice === undefined) return null;
  return (text) => {
    synthesis.cancel();
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    synthesis.speak(said);
  };
}
