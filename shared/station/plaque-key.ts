import type { Brand } from '../kernel/brand.ts';

/**
 * What stands behind `?k=` in the QR code of a plaque: `<key id><tag>`. The tag is the head of a keyed hash over the station's
 * code, 60 bit in 12 characters of Crockford's base 32: nobody makes one without the key, and it says nothing but that the plaque
 * is ours. The key id, one or two characters of the same alphabet, says which key: keys change while plaques stay on the walls.
 */
export type PlaqueTag = { readonly key: PlaqueKeyId; readonly tag: string };
export type PlaqueKeyId = Brand<string, 'PlaqueKeyId'>;

const TAG_LENGTH = 12;
/** Without I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SHAPE = /^[0-9A-HJKMNP-TV-Z]{13,14}$/;
/** Keys there can be. */
export const MOST_KEYS = 31 + 31 * 32;

/** Printed sizes: `sticker` is 80 × 80 mm. */
export const PLAQUE_SIZES = ['a4', 'a5', 'sticker'] as const;
export type PlaqueSize = (typeof PLAQUE_SIZES)[number];

/** Null when it is no tag of a plaque at all. */
export function parsePlaqueTag(text: string): PlaqueTag | null {
  if (!SHAPE.test(text)) return null;
  const at = text.length - TAG_LENGTH;
  return { key: text.slice(0, at) as PlaqueKeyId, tag: text.slice(at) };
}

export function plaqueTagText({ key, tag }: PlaqueTag): string {
  return key + tag;
}

/** The tag from the head of a hash; at least 8 bytes of it. */
export function tagFrom(hash: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of hash) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
      if (text.length === TAG_LENGTH) return text;
    }
  }
  throw new RangeError(`a tag from ${hash.length} bytes`);
}

/** The id of the n-th key, from 1: 1 … Z, then 10, 11 …; throws beyond `MOST_KEYS`. */
export function keyIdOf(n: number): PlaqueKeyId {
  if (!Number.isInteger(n) || n < 1 || n > MOST_KEYS) throw new RangeError(`plaque key ${n}`);
  if (n <= 31) return ALPHABET.charAt(n) as PlaqueKeyId;
  const rest = n - 32;
  return (ALPHABET.charAt(1 + Math.floor(rest / 32)) + ALPHABET.charAt(rest % 32)) as PlaqueKeyId;
}
