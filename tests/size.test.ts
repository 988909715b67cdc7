import { describe, expect, test } from 'vitest';
import { firstLoad, isBuilt, precached, scripts, textOf, total } from './size.ts';

/** Bytes; DESIGN's table of costs, first row. */
const FIRST_LOAD = 130_000;
const PRECACHE = 1_048_576;

const name = isBuilt ? 'the built app' : 'the built app (not built)';

describe.skipIf(!isBuilt)(name, () => {
  test('loads at most 130 KB of scripts and styles, gzipped, before its first list', () => {
    const sizes = firstLoad();
    expect(sizes.some(({ path }) => path.endsWith('.js'))).toBe(true);
    expect(sizes.some(({ path }) => path.endsWith('.css'))).toBe(true);
    expect(total(sizes, 'gzip')).toBeGreaterThan(20_000);
    expect(total(sizes, 'gzip'), JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(FIRST_LOAD);
  });

  test('keeps at most 1 MB for opening without a net, outlines apart', () => {
    const { app } = precached();
    const paths = app.map(({ path }) => path);
    expect(paths).toContain('index.html');
    // Whatever the first list needs is kept, or flight mode would show nothing.
    for (const { path } of firstLoad()) expect(paths).toContain(path);
    expect(total(app, 'plain'), JSON.stringify(app, null, 1)).toBeLessThanOrEqual(PRECACHE);
  });

  test('has neither map, workspace nor charts in the first load', () => {
    const first = firstLoad()
      .filter(({ path }) => path.endsWith('.js'))
      .map(({ path }) => textOf(path))
      .join('\n');
    // Words that survive minifying; a class every page has shows that the search looks at the right text.
    expect(first).toContain('createElement');
    for (const word of ['leaflet-', 'ant-btn', 'echarts', 'zrender']) expect(first.includes(word), word).toBe(false);
    expect(scripts().length).toBeGreaterThan(firstLoad().filter(({ path }) => path.endsWith('.js')).length);
  });
});
