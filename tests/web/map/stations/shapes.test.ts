import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../../../web/map/stations/shapes.ts';
import { LOOKS } from '../../../../web/map/stations/shown.ts';

const SPRITE = readFileSync(resolve(import.meta.dirname, '../../../../web/ui/icons/icons.svg'), 'utf8');

function symbol(look: string): string {
  return new RegExp(`<symbol id="st-${look}"[^>]*>(.*?)</symbol>`).exec(SPRITE)?.[1] ?? '';
}

/** A circle as the path a canvas draws it by. */
function circlePath(text: string): readonly string[] {
  const circles = [...text.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)];
  return circles.map(([, cx, cy, r]) => {
    const radius = Number(r);
    const round = (value: number) => String(Math.round(value * 10) / 10);
    const half = `a${r} ${r} 0 1 0`;
    return `M${round(Number(cx) - radius)} ${cy}${half} ${round(2 * radius)} 0${half} ${round(-2 * radius)} 0z`;
  });
}

describe('the shapes on the map', () => {
  test.each(LOOKS)('%s is drawn as its icon is', (look) => {
    const icon = symbol(look);
    const paths = [...icon.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d);
    expect(paths.length).toBeGreaterThan(0);
    expect([...SHAPES[look].map(({ d }) => d)].sort()).toEqual([...paths, ...circlePath(icon)].sort());
  });
});
