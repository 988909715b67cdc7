import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import { instantAt, parseDate } from '../../../shared/kernel/instant.ts';
import type { Calendar } from '../../../shared/station/calendar.ts';
import { parseHours } from '../../../shared/station/hours-parse.ts';
import { openAt } from '../../../shared/station/open.ts';
import { type CoverStations, coverageOf, coverHours, type DemandPoints, nearOf } from '../../../shared/stats/cover.ts';
import { centresOf, exampleDemand } from '../../../shared/stats/cover-example.ts';
import { metresOf } from '../../../shared/stats/cover-rule.ts';
import { CLOSED, OPEN, typicalMonday, UNKNOWN, WEEK_HOURS, weekOpen } from '../../../shared/stats/cover-week.ts';
import { parsePeriod } from '../../../shared/stats/period.ts';
import { region } from '../station/sample.ts';

function day(text: string) {
  const found = parseDate(text);
  if (found === null) throw new Error(text);
  return found;
}
function period(text: string) {
  const found = parsePeriod(text);
  if (found === null) throw new Error(text);
  return found;
}
const coveredUntil = '2026-12-31' as Calendar['coveredUntil'];
const CALENDAR: Calendar = {
  years: [
    {
      year: 2026,
      holidays: [{ name: '国庆节', from: '2026-10-01' as never, to: '2026-10-08' as never }],
      workdays: [{ date: '2026-10-10' as never, standsFor: 2 }],
    },
  ],
  coveredUntil,
  statutory: [],
};
const MONDAY = day('2026-11-23');

type Row = readonly [lng: number, lat: number, extra: number];
function pointsOf(rows: readonly Row[]): DemandPoints {
  return {
    lng: Float64Array.from(rows, ([lng]) => lng),
    lat: Float64Array.from(rows, ([, lat]) => lat),
    weight: Float64Array.from(rows, ([, , weight]) => weight),
  };
}
const ALWAYS = new Uint8Array(WEEK_HOURS).fill(OPEN);
const NEVER_KNOWN = new Uint8Array(WEEK_HOURS).fill(UNKNOWN);
const NINE_TO_FIVE = Uint8Array.from({ length: WEEK_HOURS }, (_, hour) =>
  hour < 120 && hour % 24 >= 9 && hour % 24 < 17 ? OPEN : CLOSED,
);
const WEEKS = [ALWAYS, NEVER_KNOWN, NINE_TO_FIVE];
function stationsOf(rows: readonly Row[]): CoverStations {
  const { lng, lat } = pointsOf(rows);
  return { lng, lat, week: Uint32Array.from(rows, ([, , week]) => week), weeks: WEEKS };
}
function cover(points: readonly Row[], stations: readonly Row[], reach = 1000) {
  const [demand, doors] = [pointsOf(points), stationsOf(stations)];
  return coverageOf(demand, { near: nearOf(demand, doors, reach), stations: doors });
}

/** Places in some square kilometres around 34.75° N. */
const place = fc.tuple(
  fc.integer({ min: 0, max: 400 }).map((n) => 113.6 + n / 10_000),
  fc.integer({ min: 0, max: 400 }).map((n) => 34.74 + n / 10_000),
);
const demandRow = fc.tuple(place, fc.integer({ min: 1, max: 9 })).map(([[lng, lat], w]): Row => [lng, lat, w]);
const stationRow = fc.tuple(place, fc.integer({ min: 0, max: 2 })).map(([[lng, lat], w]): Row => [lng, lat, w]);

describe('the week of a door', () => {
  test.each([
    '24小时',
    '周一至周五 9:00-12:00 13:30-18:00 周六 9:00-17:00',
    '20:00-次日02:00',
    '工作日 8:30-17:30（节假日除外）',
    '夏季8:00-18:30 冬季8:30-18:00',
  ])('%s: each hour is what the phone says at half past', (text) => {
    const { hours } = parseHours(text);
    for (const monday of [MONDAY, day('2026-10-05'), day('2026-09-28')]) {
      const week = weekOpen(hours, monday, CALENDAR);
      const said = Array.from({ length: WEEK_HOURS }, (_, hour) => {
        const at = instantAt(monday, hour * 60 + 30);
        return { open: OPEN, closed: CLOSED, unknown: UNKNOWN }[openAt(hours, at, CALENDAR).state];
      });
      expect([...week]).toEqual(said);
    }
  });

  test('a period is judged by its last whole week without a holiday, as far as is known', () => {
    expect(typicalMonday(period('2026-11'), day('2026-12-05'), CALENDAR)).toBe(MONDAY);
    expect(typicalMonday(period('2026-11'), day('2026-11-20'), CALENDAR)).toBe(day('2026-11-09'));
    // 28 September to 11 October have holidays or a make-up workday in every week.
    expect(typicalMonday(period('2026-10'), day('2026-10-12'), CALENDAR)).toBe(day('2026-10-05'));
    expect(typicalMonday(period('2026-Q4'), day('2026-10-30'), CALENDAR)).toBe(day('2026-10-19'));
  });
});

describe('coverage', () => {
  test('a world of three points and three doors, reckoned by hand', () => {
    // Points 0 and 1 lie 550 m apart, point 2 is 9 km off. One door is open always, one nobody knows, one nine to five.
    const points: Row[] = [
      [113.6, 34.75, 10],
      [113.606, 34.75, 5],
      [113.7, 34.75, 1],
    ];
    const found = cover(points, [
      [113.598, 34.75, 2],
      [113.6155, 34.75, 0],
      [113.7, 34.751, 1],
    ]);
    const mondayNine = 9;
    const sundayNine = 6 * 24 + 9;
    expect(found.weight).toBe(16);
    expect(found.near).toBe(16);
    expect(found.stations).toBe(3);
    // The second point reaches both doors, the first the office alone.
    expect([found.covered[mondayNine], found.covered[sundayNine], found.covered[3]]).toEqual([15, 5, 5]);
    expect([found.unknown[mondayNine], found.unknown[3]]).toEqual([1, 1]);
    expect([...found.hours]).toEqual([40, 168, 0]);
    expect(coverHours(found)).toEqual({ stations: 3, peopleHours: 10 * 40 + 5 * 168, allPeopleHours: 16 * 168 });
  });

  test('who is near is what measuring every pair says, at any reach', () => {
    fc.assert(
      fc.property(
        fc.array(demandRow, { maxLength: 20 }),
        fc.array(stationRow, { maxLength: 20 }),
        fc.constantFrom(500, 900, 1000, 2000),
        (points, stations, reach) => {
          const near = nearOf(pointsOf(points), stationsOf(stations), reach);
          const found = points.map((_, p) => near(p));
          const measured = points.map(([lng, lat]) =>
            stations.flatMap(([toLng, toLat], id) =>
              metresBetween({ lng, lat }, { lng: toLng, lat: toLat }) <= reach ? [id] : [],
            ),
          );
          expect(found).toEqual(measured);
        },
      ),
    );
  });

  test('one more station never lowers a share, a longer way neither', () => {
    fc.assert(
      fc.property(
        fc.array(demandRow, { maxLength: 15 }),
        fc.array(stationRow, { maxLength: 12 }),
        stationRow,
        (points, stations, more) => {
          const before = cover(points, stations);
          for (const after of [cover(points, [...stations, more]), cover(points, stations, 2000)]) {
            expect(after.near).toBeGreaterThanOrEqual(before.near);
            expect([...after.covered].every((one, hour) => one >= (before.covered[hour] ?? 0))).toBe(true);
          }
        },
      ),
    );
  });

  test('open and unknown together never exceed what is near, and the hours of the points add up to the people-hours', () => {
    fc.assert(
      fc.property(
        fc.array(demandRow, { maxLength: 15 }),
        fc.array(stationRow, { maxLength: 12 }),
        (points, stations) => {
          const found = cover(points, stations);
          for (let hour = 0; hour < WEEK_HOURS; hour++) {
            expect((found.covered[hour] ?? 0) + (found.unknown[hour] ?? 0)).toBeLessThanOrEqual(found.near);
          }
          const byPoint = points.reduce((sum, [, , weight], p) => sum + weight * (found.hours[p] ?? 0), 0);
          expect(coverHours(found).peopleHours).toBe(byPoint);
        },
      ),
    );
  });
});

describe('what is asked for', () => {
  test('fifteen minutes on foot are as far as the phones say: 900 m straight', () => {
    expect(metresOf('walk-15')).toBe(900);
    expect(metresOf('1km')).toBe(1000);
  });

  test('invented demand is the same every time, near its county, and says what it is', () => {
    const county = { code: region('410102'), name: '中原区', centre: gcj02(113.613, 34.748) };
    const points = exampleDemand([county]);
    expect(points).toEqual(exampleDemand([county]));
    expect(points[0]).toEqual(centresOf([county])[0]);
    expect(points).toHaveLength(16);
    expect(points.slice(1).every(({ name }) => name.includes('示例'))).toBe(true);
    expect(points.every(({ point }) => metresBetween(point, county.centre) < 7100)).toBe(true);
    expect(points.every(({ weight }) => Number.isInteger(weight) && weight >= 1)).toBe(true);
  });
});
