import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { writeCityBoxes } from '../../../shared/station/city-boxes.ts';
import type { Answer, Http } from '../../../web/platform/http.ts';
import { cityBoxesFrom, regionsFrom } from '../../../web/sync/assets.ts';
import { retryAfter } from '../../../web/sync/backoff.ts';
import { readCalendar } from '../../../web/sync/calendar.ts';
import { CALENDAR } from '../../fixtures/calendar.ts';
import { code } from '../../fixtures/world/world.ts';

function httpOf(...answers: readonly Answer<unknown>[]): { readonly http: Http; asked: number } {
  const counter = {
    asked: 0,
    http: {
      bytes: () => Promise.reject(new Error('not asked for')),
      file: () => Promise.reject(new Error('not asked for')),
      json: async () => {
        const answer = answers[Math.min(counter.asked, answers.length - 1)];
        counter.asked += 1;
        if (answer === undefined) throw new Error('no answer');
        return answer;
      },
    },
  };
  return counter;
}

const ZHENGZHOU = { code: code('410100'), box: [112.7, 34.2, 114.3, 35] } as const;
const DONGGUAN = { code: '441900', name: '东莞市', short: '东莞', pinyin: 'dongguan', level: 'city', parent: '440000' };
const KEPT: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../data/regions/phone.json'), 'utf8'),
);

describe('the lists that come with the app', () => {
  test('are fetched once, and again after a fetch that failed', async () => {
    const counter = httpOf(refuse({ kind: 'offline' }), ok(writeCityBoxes([ZHENGZHOU])));
    const boxes = cityBoxesFrom(counter.http, '/assets/cities.json');
    expect(await boxes()).toEqual({ ok: false, refusal: { kind: 'offline' } });
    const read = { ok: true, value: [{ region: '410100', box: [112.7, 34.2, 114.3, 35] }] };
    expect([await boxes(), await boxes()]).toEqual([read, read]);
    expect(counter.asked).toBe(2);
  });

  test('that are none of ours are not remembered either', async () => {
    const counter = httpOf(ok({ sign: 'in' }), ok([DONGGUAN]), ok(KEPT));
    const regions = regionsFrom(counter.http, '/assets/regions.json');
    expect([await regions(), await regions()]).toEqual([null, null]);
    expect((await regions())?.find(({ code }) => code === '441900')).toMatchObject(DONGGUAN);
  });
});

describe('the calendar that comes with pulls', () => {
  test('is read back as it was sent', () => {
    expect(readCalendar(JSON.parse(JSON.stringify(CALENDAR)))).toEqual(CALENDAR);
  });

  test.each([
    [null],
    [{}],
    [{ ...CALENDAR, coveredUntil: 'soon' }],
    [{ ...CALENDAR, years: [{ year: 2026 }] }],
    [{ ...CALENDAR, statutory: [{ name: '元旦' }] }],
  ])('is refused whole when a part is none', (value) => {
    expect(readCalendar(value)).toBeNull();
  });
});

describe('how long to wait after a failure', () => {
  test('doubles, stays within ten minutes, and is never sooner than the server asked for', () => {
    const roll = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const asked = fc.option(fc.integer({ min: 0, max: 3_600_000 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), roll, asked, (failures, rolled, askedMs) => {
        const wait = retryAfter(failures, rolled, askedMs);
        expect(wait).toBeGreaterThanOrEqual(Math.max(2000, askedMs ?? 0));
        expect(wait).toBeLessThanOrEqual(Math.max(600_000, (askedMs ?? 0) * 1.25));
      }),
    );
    expect([1, 2, 3, 30].map((failures) => retryAfter(failures, 0, null))).toEqual([2000, 4000, 8000, 300_000]);
  });

  test('is not the same for phones that failed together', () => {
    expect(retryAfter(3, 0.1, null)).not.toBe(retryAfter(3, 0.9, null));
    expect(retryAfter(3, 0.1, 30_000)).not.toBe(retryAfter(3, 0.9, 30_000));
  });
});
