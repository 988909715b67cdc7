import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { nearestStop } from '../../../web/find/map/use-picked.ts';
import { aimedAt, middleOf, type Sight } from '../../../web/find/map/view.ts';
import { unitsPerPixel, worldX, worldY } from '../../../web/map/stations/plot.ts';
import { tableOf } from '../gallery/fixture.ts';
import { MOBILE } from '../gallery/station-world.ts';

const ME = gcj02(113.6601, 34.7502);
const PHONE: Sight = { width: 360, height: 676, above: 70, below: 240 };

/** Where a place is seen, from the left and the top of the box. */
function pixel(place: typeof ME, view: ReturnType<typeof aimedAt>, sight: Sight) {
  const unit = unitsPerPixel(view.zoom);
  return {
    x: (worldX(place.lng) - worldX(view.centre.lng)) / unit + sight.width / 2,
    y: (worldY(place.lat) - worldY(view.centre.lat)) / unit + sight.height / 2,
  };
}

describe('what the map is led to', () => {
  test('a place alone comes into the middle of what nothing covers', () => {
    const view = aimedAt({ at: ME, also: null, zoom: 15 }, PHONE);
    const { x, y } = pixel(ME, view, PHONE);
    expect(x).toBeCloseTo(180, 3);
    expect(y).toBeCloseTo((70 + 436) / 2, 3);
    expect(view.zoom).toBe(15);
    expect(middleOf(view, PHONE).lat).toBeCloseTo(ME.lat, 9);
  });

  test('what is near leaves me in the middle; what is farther is seen together with me, from as near as can be', () => {
    const near = aimedAt({ at: ME, also: gcj02(113.6611, 34.751), zoom: 15 }, PHONE);
    expect(pixel(ME, near, PHONE).x).toBeCloseTo(180, 3);
    expect(near.zoom).toBe(15);
    const far = aimedAt({ at: ME, also: gcj02(113.6671, 34.7502), zoom: 15 }, PHONE);
    expect(far.zoom).toBe(15);
    expect(pixel(ME, far, PHONE).x).toBeLessThan(100);
  });

  test('wherever the other place is, both are in sight', () => {
    const place = fc.record({
      lng: fc.double({ min: 80, max: 130, noNaN: true }),
      lat: fc.double({ min: 20, max: 50, noNaN: true }),
    });
    fc.assert(
      fc.property(place, ({ lng, lat }) => {
        const also = gcj02(lng, lat);
        const view = aimedAt({ at: ME, also, zoom: 15 }, PHONE);
        if (view.zoom === 3) return;
        for (const one of [ME, also]) {
          const { x, y } = pixel(one, view, PHONE);
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(360);
          expect(y).toBeGreaterThan(70);
          expect(y).toBeLessThan(436);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('of a mobile station the stop that was tapped is told of', () => {
  const table = tableOf([MOBILE]);
  for (const stop of MOBILE.stops) expect(nearestStop(table, MOBILE.code, stop.point)?.name).toBe(stop.name);
  expect(MOBILE.stops.length).toBeGreaterThan(1);
});
