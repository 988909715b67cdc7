import { type KeyValue, keyValue } from '../platform/key-value.ts';
import { storedKeys } from '../platform/stored-keys.ts';

const open = () => window.localStorage;

/** What this browser keeps for whoever sits at it. */
export function notes(): KeyValue {
  return keyValue(open, window.crypto);
}

export function noteKeys(): readonly string[] {
  return storedKeys(open);
}
