import { newId } from './ids.ts';

/** A few short texts that are there before the first picture is painted. */
export type KeyValue = {
  get(key: string): string | null;
  /** False when the browser did not keep it. */
  put(key: string, text: string): boolean;
  remove(key: string): void;
};

/** The browser's own, or one for this visit where cookies are blocked and even naming `localStorage` throws. */
export function keyValue(open: () => Storage, crypto: Crypto): KeyValue {
  try {
    const storage = open();
    const probe = `probe-${newId(crypto)}`;
    storage.setItem(probe, '1');
    storage.removeItem(probe);
    return overStorage(storage);
  } catch {
    return forThisVisit(); // Refused or full: what is put is kept until the page is closed.
  }
}

function overStorage(storage: Storage): KeyValue {
  return {
    get: (key) => storage.getItem(key),
    put: (key, text) => {
      try {
        storage.setItem(key, text);
        return true;
      } catch {
        return false; // Full.
      }
    },
    remove: (key) => storage.removeItem(key),
  };
}

export function forThisVisit(): KeyValue {
  const texts = new Map<string, string>();
  return {
    get: (key) => texts.get(key) ?? null,
    put: (key, text) => {
      texts.set(key, text);
      return false;
    },
    remove: (key) => {
      texts.delete(key);
    },
  };
}
