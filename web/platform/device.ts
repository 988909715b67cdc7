import type { Given, Picture } from './picture.ts';
import { type KeepAwake, wakeKeeper } from './wake.ts';

type Device = {
  /** False when the clipboard refused. */
  copy(text: string): Promise<boolean>;
  readonly share: ((what: { readonly title: string; readonly url: string }) => void) | null;
  givePicture(picture: Picture): Promise<Given>;
  /** Opens a page of somebody else in a tab of its own; false when the browser wants a tap for that. */
  open(url: string): boolean;
  readonly keepAwake: KeepAwake;
  readonly isApple: boolean;
  readonly isWechat: boolean;
};

export function pageDevice(page: Document, target: Window): Device {
  const { userAgent } = target.navigator;
  return {
    // A tap still counts as one a moment later, and few pass a picture on.
    givePicture: async (picture) => (await import('./picture.ts')).givePicture(picture, page),
    open: (url) => openTab(url, target),
    keepAwake: wakeKeeper(target.navigator.wakeLock, page),
    // An iPad calls itself a Mac; a real Mac has Apple's maps too.
    isApple: /iPhone|iPad|iPod|Macintosh/.test(userAgent),
    isWechat: /MicroMessenger/i.test(userAgent),
    copy: (text) => copy(text, page, target.navigator.clipboard),
    share: shareOf(target.navigator),
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
  // Outside an open dialog nothing can be selected.
  const home = page.querySelector('dialog[open]') ?? page.body;
  home.append(field);
  field.select();
  const done = page.execCommand('copy');
  field.remove();
  return done;
}

/** Only as the answer to a tap: a page that opens by itself is blocked, or worse, not. */
function openTab(url: string, target: Window): boolean {
  const { userActivation }: { readonly userActivation?: UserActivation } = target.navigator;
  if (userActivation?.isActive !== true) return false;
  const tab = target.open(url, '_blank');
  if (tab === null) return false;
  tab.opener = null;
  return true;
}

function shareOf(navigator: Navigator): Device['share'] {
  const share: Navigator['share'] | undefined = navigator.share;
  if (share === undefined) return null;
  return (what) => {
    // Closing the sheet without choosing is reported as an error, and is none.
    share.call(navigator, what).catch(() => undefined);
  };
}
