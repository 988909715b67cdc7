import { type Peeked, peekInto } from './local/peek.ts';
import { after } from './platform/clock.ts';

/** Noted once something was stored: until then the first list does not wait for the database. */
export const STORED = 'stored';

/** Where cookies are blocked even naming `localStorage` throws. */
function hasStored(): boolean {
  try {
    return window.localStorage.getItem(STORED) !== null;
  } catch {
    return false;
  }
}

/**
 * Imported before everything else: the stored cities are on their way out of the database while the rest of the app is
 * still being put together. Null when nothing was ever stored.
 */
export const firstRead: Promise<Peeked | null> | null = hasStored()
  ? peekInto({ factory: window.indexedDB, keyRange: window.IDBKeyRange, after })
  : null;
