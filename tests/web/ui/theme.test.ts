import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast, deltaE, type Rgb, rgbOf, seenBy } from './colour.ts';

const WEB = resolve(import.meta.dirname, '../../../web');
const TOKENS = readFileSync(join(WEB, 'ui/theme/tokens.css'), 'utf8');
const THEMES = ['light', 'dark', 'sun'] as const;
type Theme = (typeof THEMES)[number];

const STATES = ['open', 'closing', 'closed', 'unknown', 'suspended'] as const;
/** What is written on what. Facts need 7, hints 4.5, the edges of controls and what is drawn 3. */
const FACTS: readonly (readonly [string, string])[] = [
  ...['paper', 'card', 'sunk'].flatMap((on) => [['ink', on] as const, ['ink-2', on] as const]),
  ...STATES.flatMap((state) => [
    [`${state}-on`, `${state}-solid`] as const,
    [`${state}-fg`, 'card'] as const,
    [`${state}-fg`, 'paper'] as const,
    [`${state}-fg`, `${state}-bg`] as const,
  ]),
  ['on-go', 'go'],
  ['on-go', 'go-press'],
  ['go', 'card'],
  ['paper', 'ink'],
];
const HINTS: readonly (readonly [string, string])[] = [
  ...['paper', 'card', 'sunk'].map((on) => ['ink-3', on] as const),
  ['accent', 'paper'],
  ['accent', 'card'],
  ['on-me', 'me'],
  ['map-label', 'map-land'],
  ['map-label', 'map-other'],
];
const EDGES: readonly (readonly [string, string])[] = [
  ...['paper', 'card'].flatMap((on) => [['edge', on] as const, ['focus', on] as const]),
  ['me', 'map-land'],
  ['map-ring', 'map-land'],
  ['focus', 'sunk'],
];

describe.each(THEMES)('the colours of %s', (theme) => {
  const colour = coloursOf(theme);

  test.each([
    ['facts', 7, FACTS],
    ['hints', 4.5, HINTS],
    ['edges', 3, EDGES],
  ] as const)('%s stand out at least %d : 1', (_kind, floor, pairs) => {
    const weak = pairs
      .map(([over, under]) => ({ pair: `${over} on ${under}`, ratio: contrast(colour(over), colour(under)) }))
      .filter(({ ratio }) => ratio < floor);
    expect(weak).toEqual([]);
  });

  test('the words of a suspended lintel stand out on its stripes too', () => {
    const [r, g, b, share] = (tokensOf(theme).get('hatch') ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    if (r === undefined || g === undefined || b === undefined || share === undefined) throw new Error('no hatch');
    const stripe = mixed([r, g, b], colour('suspended-solid'), share);
    expect(contrast(colour('suspended-on'), stripe)).toBeGreaterThanOrEqual(7);
  });

  test.each(['deutan', 'protan'] as const)('a %s eye tells the open lintel from the suspended one', (eye) => {
    const [open, suspended] = [colour('open-solid'), colour('suspended-solid')].map((one) => seenBy(eye, one));
    if (open === undefined || suspended === undefined) throw new Error('no colour');
    expect(deltaE(open, suspended)).toBeGreaterThan(50);
  });
});

test('the measure is the known one: black on white 21, red and green far apart for most and near for a deutan eye', () => {
  expect(contrast(rgbOf('#000000'), rgbOf('#ffffff'))).toBeCloseTo(21, 5);
  expect(contrast(rgbOf('#767676'), rgbOf('#ffffff'))).toBeCloseTo(4.54, 2);
  const [red, green] = [rgbOf('#b04030'), rgbOf('#507a20')];
  expect(deltaE(red, green)).toBeGreaterThan(60);
  expect(deltaE(seenBy('deutan', red), seenBy('deutan', green))).toBeLessThan(25);
});

test('dark and 强光 say every colour of their own: none is left over from light', () => {
  const named = [...tokensOf('light')].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
  expect(named.length).toBeGreaterThan(40);
  for (const selector of ['[data-theme="dark"]', '[data-theme="sun"]']) {
    const own = block(selector);
    expect(
      named.filter((name) => !own.has(name)),
      selector,
    ).toEqual([]);
  }
});

test('colours are named in the theme alone', () => {
  const sheets = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(10);
  const named = sheets
    // A printed page is black on white, a plaque wears its own colours, and a camera’s picture dark, whatever the screen wears.
    .filter((path) => !path.startsWith(join('ui', 'theme')) && !/(print|scan|plaque)\.module\.css$/.test(path))
    .flatMap((path) =>
      [...readFileSync(join(WEB, path), 'utf8').matchAll(/#[\da-f]{3,8}\b(?=[\s;,)])|\b(?:rgb|hsl)a?\(/gi)].map(
        ([found]) => `${path}: ${found}`,
      ),
    );
  expect(named).toEqual([]);
});

function coloursOf(theme: Theme): (name: string) => Rgb {
  const tokens = tokensOf(theme);
  return (name) => rgbOf(tokens.get(name) ?? `no --${name}`);
}

function tokensOf(theme: Theme): ReadonlyMap<string, string> {
  const light = block(':root');
  return theme === 'light' ? light : new Map([...light, ...block(`[data-theme="${theme}"]`)]);
}

/** The first rule of exactly this selector. */
function block(selector: string): ReadonlyMap<string, string> {
  const from = TOKENS.indexOf(`${selector} {`);
  const body = TOKENS.slice(from, TOKENS.indexOf('\n}', from));
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

function mixed(over: Rgb, under: Rgb, share: number): Rgb {
  const mix = (n: 0 | 1 | 2) => over[n] * share + under[n] * (1 - share);
  return [mix(0), mix(1), mix(2)];
}
