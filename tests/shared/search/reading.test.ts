import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { syllablesOf } from '../../../server/feature/pinyin.ts';
import { WORDS } from '../../../server/feature/pinyin-words.ts';
import { readings, SYLLABLE_RESTS } from '../../../shared/search/reading.ts';

const tables = readFileSync(new URL('../../../shared/search/syllables.ts', import.meta.url));

function syllables(character: string, letter: string): readonly string[] {
  return readings()
    .restsOf(character.charCodeAt(0), letter.charCodeAt(0))
    .map((rest) => letter + (SYLLABLE_RESTS[rest] ?? ''));
}

describe('the table of readings', () => {
  test('costs at most 10 KB gzip', () => {
    expect(tables.length).toBeGreaterThan(10_000);
    expect(gzipSync(tables, { level: 9 }).length).toBeLessThanOrEqual(10_000);
  });

  test('the letter in context chooses among the readings', () => {
    expect(syllables('重', 'c')).toEqual(['chong']);
    expect(syllables('重', 'z')).toEqual(['zhong']);
    expect(syllables('单', 's')).toEqual(['shan']);
    expect(syllables('洞', 't')).toEqual(['tong']);
    expect([...syllables('六', 'l')].sort()).toEqual(['liu', 'lu']);
    expect(syllables('绿', 'l')).toContain('lv');
  });

  test('every common character has the reading that the dictionary gives it alone', () => {
    const decoder = new TextDecoder('gb2312');
    let seen = 0;
    const missing: string[] = [];
    for (let row = 0xb0; row <= 0xf7; row++) {
      for (let cell = 0xa1; cell <= 0xfe; cell++) {
        const character = decoder.decode(new Uint8Array([row, cell]));
        if (!/^[\u4e00-\u9fa5]$/.test(character)) continue;
        seen++;
        const usual = pinyin(character, { toneType: 'none' }).replace(/ü/g, 'v');
        // 嗯 is `ng` alone: an interjection, no syllable of a name.
        if (!/[aeiouv]/.test(usual)) continue;
        if (!syllables(character, usual.charAt(0)).includes(usual)) missing.push(`${character} ${usual}`);
      }
    }
    expect(seen).toBe(6763);
    expect(missing).toEqual([]);
  });

  test('every word with a reading of its own can be typed in full', () => {
    const words = [...WORDS.values()].flat();
    expect(words.length).toBeGreaterThan(200);
    const lost = words.filter(({ text }) =>
      syllablesOf(text).some((syllable, at) => !syllables(text.charAt(at), syllable.charAt(0)).includes(syllable)),
    );
    expect(lost.map(({ text }) => text)).toEqual([]);
  });

  test('a character outside the table takes any syllable after its letter', () => {
    expect(syllables('㙍', 'd')).toContain('duo');
    expect(syllables('㙍', 'd').length).toBe(SYLLABLE_RESTS.length);
  });
});
