import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metresBetween } from '../../../../shared/geo/distance.ts';
import { gcj02 } from '../../../../shared/geo/point.ts';
import { bubbleText, crowdOf, type Drawn, markOf } from '../../../../web/map/stations/crowd.ts';
import { countCells, frameOf, gatherCells, takeOut, type WorldBox } from '../../../../web/map/stations/grid.ts';
import { codeAt, nearestShown, pickAt, rowsOfCode } from '../../../../web/map/stations/pick.ts';
import {
  CHUNK,
  latOf,
  lngOf,
  plotRows,
  unitsPerPixel,
  WORLD,
  worldX,
  worldY,
} from '../../../../web/map/stations/plot.ts';
import { LOOKS, lookAt, shownRows, type Wanted } from '../../../../web/map/stations/shown.ts';
import { ALL, anyBlocks, blockOfRows, lookOfGroup, type PlainRow } from './rows.ts';

const CITY: WorldBox = { west: worldX(113.6), east: worldX(113.7), north: worldY(34.8), south: worldY(34.7) };
const WHOLE: WorldBox = { west: 0, north: 0, east: WORLD - 1, south: WORLD - 1 };

function plotOf(blocks: readonly (readonly PlainRow[])[]) {
  return plotRows(blocks.map((rows, at) => blockOfRows(rows, 1 + at * 1000)));
}

const anyWanted = fc.record({
  needs: fc.constantFrom<Wanted['needs']>(
    [],
    [['water']],
    [['water'], ['toilet']],
    [['microwave', 'hot-meal'], ['party-study']],
  ),
  looks: fc.subarray([...LOOKS], { minLength: 1 }),
});
type Asked = { readonly needs: Wanted['needs']; readonly looks: readonly string[] };

function wantedOf({ needs, looks }: Asked): Wanted {
  return { needs, look: lookOfGroup, keeps: (_group, look) => looks.includes(look) };
}

function passes(row: PlainRow, { needs, looks }: Asked): boolean {
  if (row.hidden || !looks.includes(row.look)) return false;
  return needs.every((any) => any.some((amenity) => row.amenities.includes(amenity)));
}

const anyBox: fc.Arbitrary<WorldBox> = fc
  .tuple(
    fc.integer({ min: 73, max: 130 }),
    fc.integer({ min: 18, max: 50 }),
    fc.double({ min: 0.01, max: 30, noNaN: true }),
  )
  .map(([lng, lat, span]) => ({
    west: worldX(lng),
    east: worldX(lng + span),
    north: worldY(lat + span),
    south: worldY(lat),
  }));

describe('rows on the plane', () => {
  test('lie where Mercator puts them, to a tenth of a pixel at the nearest zoom', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const { x, y } = plotOf(blocks);
        blocks.flat().forEach(({ lng, lat }, at) => {
          expect(Math.abs((x[at] ?? 0) - worldX(lng / 1e5))).toBeLessThan(0.15 * unitsPerPixel(19));
          expect(Math.abs((y[at] ?? 0) - worldY(lat / 1e5))).toBeLessThan(0.3 * unitsPerPixel(19));
        });
      }),
      { numRuns: 50 },
    );
  });

  test('come back as the degrees they came from', () => {
    expect(lngOf(worldX(113.66))).toBeCloseTo(113.66, 9);
    expect(latOf(worldY(34.757))).toBeCloseTo(34.757, 9);
    expect(latOf(worldY(-3.5))).toBeCloseTo(-3.5, 9);
  });

  test('are none when nothing is held', () => {
    const plot = plotRows([]);
    expect(crowdOf(plot, shownRows(plot, ALL)).drawn(WHOLE, 5, [])).toEqual([]);
  });
});

describe('what is shown', () => {
  test('is what a plain reading of the filters shows, hidden rows never', () => {
    fc.assert(
      fc.property(anyBlocks, anyWanted, (blocks, asked) => {
        const shown = shownRows(plotOf(blocks), wantedOf(asked));
        const expected = blocks.flat().map((row) => (passes(row, asked) ? row.look : null));
        expect(expected.map((_, at) => lookAt(shown, at))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test('asks for a verdict once for each distinct hours and status, not for each station', () => {
    const rows = Array.from({ length: 500 }, () => ({
      lng: 11_366_000,
      lat: 3_475_000,
      look: 'open' as const,
      amenities: [],
      hidden: false,
    }));
    let asked = 0;
    const look: Wanted['look'] = (group) => {
      asked += 1;
      return lookOfGroup(group);
    };
    shownRows(plotOf([rows, rows]), { needs: [], look, keeps: () => true });
    expect(asked).toBe(LOOKS.length);
  });
});

describe('counting', () => {
  test('a cell holds what stands in it, whatever the view, the zoom and the filters', () => {
    fc.assert(
      fc.property(anyBlocks, anyWanted, fc.tuple(anyBox, fc.integer({ min: 9, max: 25 })), (blocks, asked, look) => {
        const [box, shift] = look;
        const plot = plotOf(blocks);
        const frame = frameOf(box, shift);
        fc.pre(frame.cols * frame.rows < 5_000);
        const cells = countCells(plot, shownRows(plot, wantedOf(asked)), frame);
        const counts = new Map<number, { count: number; open: number; unknown: number; x: number }>();
        blocks.flat().forEach((row, at) => {
          const col = ((plot.x[at] ?? 0) >> shift) - frame.west;
          const line = ((plot.y[at] ?? 0) >> shift) - frame.north;
          if (!passes(row, asked) || col < 0 || line < 0 || col >= frame.cols || line >= frame.rows) return;
          const cell = counts.get(line * frame.cols + col) ?? { count: 0, open: 0, unknown: 0, x: 0 };
          cell.count += 1;
          cell.open += row.look === 'open' || row.look === 'closing' ? 1 : 0;
          cell.unknown += row.look === 'unknown' ? 1 : 0;
          cell.x += plot.x[at] ?? 0;
          counts.set(line * frame.cols + col, cell);
        });
        for (let cell = 0; cell < cells.count.length; cell++) {
          const said = {
            count: cells.count[cell],
            open: cells.open[cell],
            unknown: cells.unknown[cell],
            x: cells.sumX[cell],
          };
          expect(said).toEqual(counts.get(cell) ?? { count: 0, open: 0, unknown: 0, x: 0 });
        }
      }),
      { numRuns: 100 },
    );
  });

  test('cells gathered from finer ones are the cells counted at once', () => {
    fc.assert(
      fc.property(anyBlocks, anyBox, fc.integer({ min: 0, max: 4 }), (blocks, box, by) => {
        const plot = plotOf(blocks);
        const shown = shownRows(plot, ALL);
        const fine = countCells(plot, shown, frameOf(WHOLE, 22));
        const frame = frameOf(box, 22 + by);
        const { frame: _, ...gathered } = gatherCells(fine, frame);
        const { frame: _also, ...counted } = countCells(plot, shown, frame);
        expect(gathered).toEqual(counted);
      }),
      { numRuns: 100 },
    );
  });

  test('a row taken out leaves the cells of the rest', () => {
    fc.assert(
      fc.property(anyBlocks, fc.nat(400), (blocks, pick) => {
        const plot = plotOf(blocks);
        fc.pre(plot.n > 0);
        const row = pick % plot.n;
        const shown = shownRows(plot, ALL);
        const frame = frameOf(CITY, 14);
        const cells = countCells(plot, shown, frame);
        takeOut(plot, shown, { cells, row });
        const without = shown.slice();
        without[row] = 0;
        expect(cells).toEqual(countCells(plot, without, frame));
      }),
      { numRuns: 100 },
    );
  });

  test('runs of rows that lie elsewhere are passed over and nothing is lost', () => {
    const far = Array.from({ length: CHUNK * 2 }, (_, at) => ({
      lng: 8_000_000 + at,
      lat: 4_000_000,
      look: 'closed' as const,
      amenities: [],
      hidden: false,
    }));
    const near = { lng: 11_366_000, lat: 3_475_000, look: 'open' as const, amenities: [], hidden: false };
    const plot = plotOf([[...far, near]]);
    expect(crowdOf(plot, shownRows(plot, ALL)).drawn(CITY, 14, [])).toEqual([markOf(plot, CHUNK * 2, 'open')]);
  });
});

describe('what is drawn', () => {
  const anyZoom = fc.constantFrom(3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 17, 18, 19);

  test('stands for every shown station of the view once, and never closer than a mark is wide', () => {
    fc.assert(
      fc.property(anyBlocks, anyWanted, anyZoom, (blocks, asked, zoom) => {
        const plot = plotOf(blocks);
        const shown = shownRows(plot, wantedOf(asked));
        const frame = frameOf(zoom > 12 ? CITY : WHOLE, 28 - zoom - (zoom >= 14 ? 1 : 0));
        const drawn = crowdOf(plot, shown).drawn(zoom > 12 ? CITY : WHOLE, zoom, []);
        const counted = countCells(plot, shown, frame).count.reduce((sum, count) => sum + count, 0);
        expect(drawn.reduce((sum, one) => sum + (one.kind === 'mark' ? 1 : one.count), 0)).toBe(counted);
        const room = 30 * unitsPerPixel(zoom);
        drawn.forEach((one, at) => {
          for (const other of drawn.slice(0, at)) {
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(room * 0.999);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test('a mark is a station with its own look, and its row leads back to its code', () => {
    const rows: readonly PlainRow[] = LOOKS.map((look, at) => ({
      lng: 11_360_000 + at * 2000,
      lat: 3_475_000,
      look,
      amenities: [],
      hidden: false,
    }));
    const plot = plotOf([rows]);
    const drawn = crowdOf(plot, shownRows(plot, ALL)).drawn(CITY, 15, []);
    expect(drawn.map((one) => one.kind === 'mark' && one.look)).toEqual(LOOKS);
    for (const one of drawn) {
      if (one.kind !== 'mark') continue;
      expect(rowsOfCode(plot, codeAt(plot, one.row))).toEqual([one.row]);
    }
  });

  test('a chosen station stands alone beside the bubble it would be in', () => {
    const at = { lng: 11_366_000, lat: 3_475_000, amenities: [], hidden: false };
    const plot = plotOf([
      [
        { ...at, look: 'open' },
        { ...at, look: 'closed' },
        { ...at, look: 'open' },
      ],
    ]);
    const drawn = crowdOf(plot, shownRows(plot, ALL)).drawn(CITY, 12, [markOf(plot, 1, 'closed')]);
    expect(drawn).toEqual([
      { kind: 'bubble', x: plot.x[0], y: plot.y[0], count: 2, open: 2, unknown: 0 },
      markOf(plot, 1, 'closed'),
    ]);
  });

  test.each([
    [{ count: 12, open: 9, unknown: 1 }, '9开'],
    [{ count: 3, open: 0, unknown: 0 }, '3关'],
    [{ count: 5, open: 0, unknown: 2 }, '2不详'],
    [{ count: 30_000, open: 12_345, unknown: 0 }, '1.2万开'],
  ])('a bubble says the best it knows: %o', (tally, text) => {
    expect(bubbleText(tally)).toBe(text);
  });
});

describe('a finger', () => {
  const mark = (x: number, y: number): Drawn => ({ kind: 'mark', x, y, look: 'open', row: 0 });

  test('meets what lies within 24 px, the nearest of several, else nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 20 }),
        fc.nat(200),
        fc.nat(200),
        (all, x, y) => {
          const drawn = all.map(([mx, my]) => mark(mx, my));
          const hit = pickAt(drawn, { x, y }, 1);
          const far = (one: Drawn) => Math.hypot(one.x - x, one.y - y);
          const least = Math.min(...drawn.map(far));
          if (least <= 24) expect(hit === null ? null : far(hit)).toBe(least);
          else expect(hit).toBe(null);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the list of what is in view', () => {
  test('is the nearest of all shown there, and counts the rest', () => {
    fc.assert(
      fc.property(anyBlocks, anyBox, (blocks, box) => {
        const plot = plotOf(blocks);
        const shown = shownRows(plot, ALL);
        const from = gcj02(113.66, 34.75);
        const expected = blocks
          .flat()
          .map((row, at) => ({ row, x: plot.x[at] ?? 0, y: plot.y[at] ?? 0 }))
          .filter(({ row, x, y }) => !row.hidden && x >= box.west && x <= box.east && y >= box.north && y <= box.south)
          .map(({ row }) => metresBetween(from, gcj02(row.lng / 1e5, row.lat / 1e5)))
          .sort((a, b) => a - b);
        const { rows, total } = nearestShown(plot, shown, { box, from, most: 20 });
        expect(total).toBe(expected.length);
        expect(rows.map(({ distance }) => distance)).toEqual(expected.slice(0, 20));
      }),
      { numRuns: 100 },
    );
  });
});
