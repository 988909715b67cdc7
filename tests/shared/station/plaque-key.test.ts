import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyIdOf, MOST_KEYS, parsePlaqueTag, plaqueTagText, tagFrom } from '../../../shared/station/plaque-key.ts';

describe('the tag of a plaque', () => {
  test('is the first 60 bits of a hash in Crockford’s base 32', () => {
    expect(tagFrom(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0))).toBe('000000000000');
    expect(tagFrom(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255))).toBe('ZZZZZZZZZZZZ');
    // 00001 00010 00011 …, one bit group after the other.
    expect(tagFrom(Uint8Array.of(0b00001000, 0b10000110, 0b01000010, 0b10011000, 0b11101000, 0, 0, 0))).toBe(
      '123456780000',
    );
    expect(() => tagFrom(Uint8Array.of(1, 2, 3))).toThrow(RangeError);
  });

  test('differs wherever the hash does in its first 60 bits, and nowhere else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), fc.nat(63), (bytes, bit) => {
        const other = Uint8Array.from(bytes, (byte, i) => (i === bit >> 3 ? byte ^ (128 >> (bit & 7)) : byte));
        expect(tagFrom(other) === tagFrom(bytes)).toBe(bit >= 60);
      }),
    );
  });

  test('is read back from the address, key and all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST_KEYS }), fc.string(), (n, text) => {
        const tag = { key: keyIdOf(n), tag: tagFrom(createHash('sha256').update(text).digest()) };
        expect(parsePlaqueTag(plaqueTagText(tag))).toEqual(tag);
      }),
    );
  });

  test.each([
    '',
    '1',
    '1ABCDEFGHJKM',
    'I'.repeat(13),
    '1abcdefghjkmn',
    '1ABCDEFGHJKMN ',
    '<script>alert',
    '123ABCDEFGHJKMN',
  ])('%j is none', (text) => {
    expect(parsePlaqueTag(text)).toBeNull();
  });

  test('has a key of one letter first, then of two, and no key twice', () => {
    const ids = Array.from({ length: MOST_KEYS }, (_, i) => keyIdOf(i + 1));
    expect([ids[0], ids[8], ids[30], ids[31], ids[32]]).toEqual(['1', '9', 'Z', '10', '11']);
    expect(new Set(ids).size).toBe(MOST_KEYS);
    for (const n of [0, -1, 1.5, MOST_KEYS + 1]) expect(() => keyIdOf(n)).toThrow(RangeError);
  });
});
