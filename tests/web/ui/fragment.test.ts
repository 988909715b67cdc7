import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { makeCode } from '../../../shared/station/code.ts';
import { type Fragment, NO_FRAGMENT, readFragment, writeFragment } from '../../../web/ui/fragment.ts';
import { ERQI } from '../gallery/fixture.ts';

const anyPlace = fc
  .tuple(fc.integer({ min: 7_340_000, max: 13_520_000 }), fc.integer({ min: 340_000, max: 5_370_000 }))
  .map(([lng, lat]) => gcj02(lng / 1e5, lat / 1e5));

const anyFragment: fc.Arbitrary<Fragment> = fc.record({
  from: fc.option(anyPlace),
  view: fc.option(
    fc.record({ centre: anyPlace, zoom: fc.integer({ min: 300, max: 1900 }).map((hundredths) => hundredths / 100) }),
  ),
  selected: fc.option(fc.integer({ min: 1, max: 999_999 }).map((serial) => makeCode(ERQI, 9, serial))),
});

describe('what the address says behind its #', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyFragment, (fragment) => {
        expect(readFragment(`#${writeFragment(fragment)}`)).toEqual(fragment);
      }),
      { numRuns: 200 },
    );
  });

  test('is written as people share it', () => {
    const view = { centre: gcj02(113.66, 34.757), zoom: 15 };
    expect(writeFragment({ from: gcj02(113.665, 34.757), view, selected: null })).toBe(
      'p=113.66500,34.75700&v=113.66000,34.75700,15',
    );
    expect(writeFragment(NO_FRAGMENT)).toBe('');
  });

  test.each([
    '#nearest',
    '#p=113.6',
    '#p=34.757,113.665',
    '#p=,34.7',
    '#p=113.6,34.7,15',
    '#v=113.6,34.7',
    '#v=113.6,34.7,2',
    '#v=113.6,34.7,99',
    '#v=Infinity,34.7,15',
    '#s=123456789012345',
    '#s=%E0%A4%A',
  ])('what cannot be read is not there: %s', (text) => {
    expect(readFragment(text)).toEqual(NO_FRAGMENT);
  });
});
