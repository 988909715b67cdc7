import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import gcoord from 'gcoord';
import { describe, expect, it, test } from 'vitest';
import { bdToGcj, gcjToBd, toGcj02 } from '../../../shared/geo/datum.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcjToWgs, wgsToGcj } from '../../../shared/geo/gcj.ts';
import { bd09, gcj02, wgs84 } from '../../../shared/geo/point.ts';

const pairsFile = path.resolve(
  process.env.REFERENCE_DATA ?? path.resolve(process.cwd(), '../shared/data'),
  'coordinate-pairs.csv',
);
const hasPairs = existsSync(pairsFile);
// Inside the rough box of the shift with room to spare: at its rim the shift begins at once.
const inChina = fc.record({
  lng: fc.double({ min: 73.5, max: 135, noNaN: true }),
  lat: fc.double({ min: 3.5, max: 53.6, noNaN: true }),
});

describe('datum', () => {
  test.skipIf(!hasPairs)(
    `meets the reference pairs within a metre${hasPairs ? '' : ' (reference data absent)'}`,
    () => {
      const rows = readFileSync(pairsFile, 'utf8').trim().split('\n').slice(1);
      expect(rows.length).toBeGreaterThanOrEqual(5);
      for (const row of rows) {
        const [gLng = 0, gLat = 0, wLng = 0, wLat = 0] = row.split(',').map(Number);
        expect(metresBetween(wgsToGcj(wgs84(wLng, wLat)), gcj02(gLng, gLat))).toBeLessThan(1);
        expect(metresBetween(gcjToWgs(gcj02(gLng, gLat)), wgs84(wLng, wLat))).toBeLessThan(1);
      }
    },
  );

  it('shifts every fix as gcoord does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 60, max: 145, noNaN: true }),
        fc.double({ min: -5, max: 60, noNaN: true }),
        (lng, lat) => {
          const ours = wgsToGcj(wgs84(lng, lat));
          const [east, north] = gcoord.transform<[number, number]>([lng, lat], gcoord.WGS84, gcoord.GCJ02);
          expect(ours.lng).toBeCloseTo(east, 10);
          expect(ours.lat).toBeCloseTo(north, 10);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('shifts a fix in the east by hundreds of metres, to a known place', () => {
    // Worked out from the published formula by hand-checked arithmetic; six decimals.
    const gcj = wgsToGcj(wgs84(116.397, 39.908));
    expect(gcj.lng).toBeCloseTo(116.403243, 5);
    expect(gcj.lat).toBeCloseTo(39.909403, 5);
    expect(metresBetween(gcj, gcj02(116.397, 39.908))).toBeGreaterThan(300);
  });

  it('takes every fix to GCJ-02 and back within 1e-7°', () => {
    fc.assert(
      fc.property(inChina, (p) => {
        const back = gcjToWgs(wgsToGcj(wgs84(p.lng, p.lat)));
        expect(Math.abs(back.lng - p.lng)).toBeLessThan(1e-7);
        expect(Math.abs(back.lat - p.lat)).toBeLessThan(1e-7);
      }),
      { numRuns: 500 },
    );
  });

  it('takes every GCJ-02 point to Baidu and back within a metre', () => {
    fc.assert(
      fc.property(inChina, (p) => {
        const point = gcj02(p.lng, p.lat);
        expect(metresBetween(bdToGcj(gcjToBd(point)), point)).toBeLessThan(1);
        expect(metresBetween(toGcj02(bd09(p.lng, p.lat), 'bd09'), point)).toBeGreaterThan(100);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a fix outside China where it is', () => {
    expect(wgsToGcj(wgs84(2.35, 48.85))).toEqual({ lng: 2.35, lat: 48.85 });
    expect(gcjToWgs(gcj02(-58.4, -34.6))).toEqual({ lng: -58.4, lat: -34.6 });
  });

  it('reads each datum by its name', () => {
    const p = { lng: 113.63, lat: 34.75 };
    expect(toGcj02(p, 'gcj02')).toEqual(p);
    expect(toGcj02(p, 'wgs84')).toEqual(wgsToGcj(wgs84(p.lng, p.lat)));
    expect(toGcj02(p, 'cgcs2000')).toEqual(toGcj02(p, 'wgs84'));
    expect(toGcj02(p, 'bd09')).toEqual(bdToGcj(bd09(p.lng, p.lat)));
  });
});
