/** 128 random bits as 32 hex digits. `getRandomValues`, unlike `randomUUID`, is there on plain http as well. */
export function newId(crypto: Crypto): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A number from 0 up to, not including, 1. */
export type Dice = () => number;

export const dice: Dice = Math.random;
