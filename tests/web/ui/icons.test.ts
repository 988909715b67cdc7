import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AMENITIES } from '../../../shared/station/amenity.ts';
import { thingIcon } from '../../../web/ui/words/thing.ts';

const SPRITES = resolve(import.meta.dirname, '../../../web/ui/icons');
const first = symbolsOf('icons.svg');
const things = symbolsOf('things.svg');

describe('the drawings of facilities', () => {
  const drawn = AMENITIES.map((code) => {
    const name = thingIcon(code);
    return { code, name: name ?? code, drawing: name === null ? things.get(code) : first.get(name) };
  });

  test('each facility has a symbol', () => {
    expect(drawn.filter(({ drawing }) => drawing === undefined).map(({ code }) => code)).toEqual([]);
  });

  test('no two share one, under one name or under two', () => {
    expect(new Set(drawn.map(({ name }) => name)).size).toBe(AMENITIES.length);
    expect(new Set(drawn.map(({ drawing }) => drawing)).size).toBe(AMENITIES.length);
  });

  test('none borrows a shape that says whether a door is open', () => {
    const opening = [...first].filter(([id]) => id.startsWith('st-'));
    expect(opening.length).toBe(5);
    expect(drawn.filter(({ name }) => name.startsWith('st-'))).toEqual([]);
    expect(drawn.filter(({ drawing }) => opening.some(([, shape]) => shape === drawing))).toEqual([]);
  });

  test('the lazy sprite holds nothing else, and all in one hand', () => {
    expect([...things.keys()].filter((id) => !AMENITIES.some((code) => code === id))).toEqual([]);
    expect(things.size).toBeGreaterThan(20);
    for (const drawing of things.values()) expect(drawing).not.toMatch(/(fill|stroke)[a-z-]*=/);
  });
});

function symbolsOf(file: string): ReadonlyMap<string, string> {
  const text = readFileSync(resolve(SPRITES, file), 'utf8');
  const found = text.matchAll(/<symbol id="([^"]+)" viewBox="0 0 24 24">(.*?)<\/symbol>/g);
  return new Map([...found].map(([, id = '', drawing = '']) => [id, drawing]));
}
