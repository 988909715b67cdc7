import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import { dayOf } from '../../../shared/kernel/instant.ts';
import { AMENITIES, type Amenity, amenityState } from '../../../shared/station/amenity.ts';
import { codesNear } from '../../../shared/station/code-near.ts';
import { betterEquipped, openInstead, withMore } from '../../../web/station/near.ts';
import { photosOf } from '../../../web/station/Photos.tsx';
import { placeNow } from '../../../web/station/place.ts';
import { isWorthAsking, resolve, withAnswer } from '../../../web/station/resolve.ts';
import { shownStation } from '../../../web/station/shown.ts';
import { datesText, thingsOf, thingText, tilesOf } from '../../../web/station/things.ts';
import { DROP_WORDS, exitSentence, noSuchSentence } from '../../../web/ui/words/drop.ts';
import { unionText } from '../../../web/ui/words/union.ts';
import { wayInSteps } from '../../../web/ui/words/way-in.ts';
import {
  ALWAYS,
  at,
  CALENDAR,
  date,
  HERE,
  have,
  NOW,
  OFF,
  offset,
  REGIONS,
  station,
  tableOf,
  weekly,
} from '../gallery/fixture.ts';
import {
  MOBILE,
  MOVED_TWICE_DROP,
  NASTY,
  OTHER_CITY_DROP,
  RICH,
  RING_DROP,
  STATION_DROPS,
} from '../gallery/station-world.ts';
import { DEHUA, RETIRED_DROP, STATIONS, SUSPENDED } from '../gallery/world.ts';

describe('a code in the address', () => {
  const table = tableOf(STATIONS, [RETIRED_DROP]);

  test('leads to its station, also as printed in groups', () => {
    const spaced = DEHUA.code.replace(/^(.{6})(.)(.{6})/, '$1 $2 $3 ');
    expect(resolve(spaced, table)).toEqual({ kind: 'station', station: DEHUA });
  });

  test('leads to what became of a station that left', () => {
    expect(resolve(RETIRED_DROP.code, table)).toEqual({
      kind: 'gone',
      drop: { ...RETIRED_DROP, shownAs: null },
      now: null,
      place: null,
    });
    expect(DROP_WORDS.retired.title).toBe('已退出');
    expect(exitSentence('HOST_LEFT')).toBe('退出原因：办站的场所搬走了。');
  });

  test('tells a slip of the finger from one we never heard of', () => {
    const wrong = `${DEHUA.code.slice(0, 14)}${(Number(DEHUA.code.slice(14)) + 1) % 10}`;
    expect(resolve(wrong, table).kind).toBe('mistyped');
    expect(resolve('abc', table).kind).toBe('not-a-code');
    const stranger = station({ name: '别处' });
    expect(resolve(stranger.code, table)).toEqual({ kind: 'unknown', code: stranger.code });
    expect(noSuchSentence('mistyped', false)).toContain('抄错');
  });

  test('is asked about when the phone could say more than it does, and about nothing else', () => {
    const asks = (code: string, one = table) => isWorthAsking(resolve(code, one)) !== null;
    expect(asks(station({ name: '别处' }).code)).toBe(true);
    // It has no name here.
    expect(asks(RETIRED_DROP.code)).toBe(true);
    for (const code of [DEHUA.code, 'abc', OTHER_CITY_DROP.code])
      expect(asks(code, tableOf([DEHUA], STATION_DROPS))).toBe(false);
    const named = { ...RETIRED_DROP, shownAs: '老站' };
    const gone = (over: object) => ({ kind: 'gone', drop: { ...named, ...over }, now: null, place: null }) as const;
    expect(isWorthAsking(gone({}))).toBeNull();
    expect(isWorthAsking(gone({ exit: null }))).toBe(RETIRED_DROP.code);
    expect(isWorthAsking(gone({ exit: null, reason: 'merged' }))).toBeNull();
  });

  test('is what the server says it was, leading to the station that counts today', () => {
    const { code } = station({ name: '别处' });
    const point = gcj02(113.7, 34.7);
    const told = { kind: 'gone', code, name: '老站', reason: 'merged', on: date('2026-03-12'), exit: null } as const;
    const found = resolve(code, table);
    expect(withAnswer(found, { ...told, successor: DEHUA.code, point }, table)).toMatchObject({
      kind: 'gone',
      drop: { code, shownAs: '老站', reason: 'merged' },
      now: { code: DEHUA.code, station: DEHUA },
      place: point,
    });
    // An answer that comes when the page has gone on to another code changes nothing.
    const late = { ...told, code: RETIRED_DROP.code, successor: null, point };
    expect(withAnswer(found, late, table)).toBe(found);
    expect(withAnswer(found, { kind: 'none' }, table)).toBe(found);
  });

  test('follows every move to where the station is now', () => {
    const moved = tableOf([DEHUA], STATION_DROPS);
    expect(resolve(MOVED_TWICE_DROP.code, moved)).toMatchObject({ now: { code: DEHUA.code, station: DEHUA } });
  });

  test('names the next code when the phone does not hold the place itself', () => {
    const bare = tableOf([], STATION_DROPS);
    expect(resolve(MOVED_TWICE_DROP.code, bare)).toMatchObject({ now: { code: DEHUA.code, station: null } });
  });

  test('ends where codes lead round in a ring', () => {
    expect(resolve(RING_DROP.code, tableOf([], STATION_DROPS))).toMatchObject({ kind: 'gone', now: null });
  });

  test('proposes the one station here that is a single slip away', () => {
    const misread = `${DEHUA.code.slice(0, 8)}${(Number(DEHUA.code[8]) + 3) % 10}${DEHUA.code.slice(9)}`;
    expect(resolve(misread, tableOf([DEHUA]))).toMatchObject({ kind: 'mistyped', likely: DEHUA });
    expect(resolve(misread, tableOf([]))).toMatchObject({ kind: 'mistyped', likely: null });
    const wrongType = `${DEHUA.code.slice(0, 6)}5${DEHUA.code.slice(7)}`;
    expect(resolve(wrongType, tableOf([DEHUA]))).toMatchObject({ kind: 'not-a-code', likely: DEHUA });
  });

  test('proposes none of two that are both a slip away', () => {
    const misread = `${DEHUA.code.slice(0, 8)}${(Number(DEHUA.code[8]) + 3) % 10}${DEHUA.code.slice(9)}`;
    const both = codesNear(misread).map((code) => ({ ...DEHUA, code }));
    expect(both.length).toBeGreaterThan(1);
    expect(resolve(misread, tableOf(both))).toMatchObject({ kind: 'mistyped', likely: null });
  });
});

test('instead of a shut door the three nearest open ones are offered, never itself', () => {
  const when = { now: NOW, calendar: CALENDAR };
  const found = openInstead(tableOf(STATIONS), HERE, { without: DEHUA.code, when });
  expect(found.map(({ row }) => row.name)).toEqual(['火车站东广场司机之家', '大同路环卫休息点', '兴隆街暖心驿站']);
  expect(found.map(({ row }) => row.code)).not.toContain(SUSPENDED.code);
});

test('what people count on is listed even when nobody knows, what is there comes first', () => {
  expect(thingsOf(DEHUA).map(({ code, fact }) => `${code} ${fact.state}`)).toEqual([
    'water yes',
    'seating yes',
    'phone-charging yes',
    'toilet yes',
    'cooling seasonal',
    'microwave broken',
    'first-aid unknown',
    'fridge no',
  ]);
});

test('what is missing though nobody counts on it is one line; a fact with a note keeps its tile', () => {
  const no = { state: 'no', confirmedOn: null } as const;
  const { tiles, missing } = tilesOf(
    thingsOf({
      amenities: { toilet: { ...no, note: null }, laundry: { ...no, note: null }, beds: { ...no, note: '年后有' } },
    }),
  );
  expect(missing.map(({ code }) => code)).toEqual(['laundry']);
  expect(tiles.filter(({ fact }) => fact.state === 'no').map(({ code }) => code)).toEqual(['toilet', 'beds']);
});

describe('others near by with more inside', () => {
  const when = { now: NOW, calendar: CALENDAR };
  const here = station({ name: '这里', amenities: have('water', 'seating') });
  const same = station({ name: '一样', point: offset(50, 0), hours: ALWAYS, amenities: have('water', 'seating') });
  const full = station({
    name: '更全',
    point: offset(300, 0),
    hours: ALWAYS,
    amenities: have('water', 'seating', 'fridge', 'shower'),
  });
  const shut = station({
    name: '更全但关着',
    point: offset(90, 0),
    hours: weekly(OFF, OFF, OFF),
    amenities: full.amenities,
  });
  const toilet = station({ name: '只有厕所', point: offset(120, 0), hours: ALWAYS, amenities: have('toilet') });
  const far = station({ name: '太远', point: offset(6000, 0), hours: ALWAYS, amenities: have('microwave') });
  const table = tableOf([here, same, full, shut, toilet, far]);
  const asked = (shown: readonly (typeof here.code)[] = []) => betterEquipped(table, here, { from: HERE, when, shown });

  test('has everything this one has and says what more', () => {
    expect(asked().fuller.map(({ row, more }) => [row.name, more])).toEqual([['更全', ['fridge', 'shower']]]);
  });

  test('names the nearest that has what people count on and this one lacks, none too far', () => {
    expect(asked().lacking.map(({ row, more }) => [row.name, more])).toEqual([['只有厕所', ['toilet']]]);
  });

  test('does not say again what stands on the page already', () => {
    expect(asked([full.code, toilet.code])).toEqual({ fuller: [], lacking: [] });
    const [near] = openInstead(table, HERE, { without: here.code, when });
    expect(near === undefined ? null : withMore(near, here).more).toEqual([]);
  });

  test('whatever stands around: fuller ones hold all of this one and more, lacking ones hold something it has not', () => {
    const things = fc.subarray([...AMENITIES.slice(0, 9)]);
    fc.assert(
      fc.property(
        things,
        fc.array(fc.tuple(things, fc.integer({ min: 1, max: 4000 })), { maxLength: 8 }),
        (own, all) => {
          const mine = { ...here, amenities: have(...own) };
          const around = all.map(([codes, metres], n) =>
            station({ name: `第${n}个`, point: offset(metres, 0), hours: ALWAYS, amenities: have(...codes) }),
          );
          const { fuller, lacking } = betterEquipped(tableOf([mine, ...around]), mine, { from: HERE, when, shown: [] });
          const has = (code: Amenity) => amenityState(mine.amenities, code) === 'yes';
          for (const { row, more } of fuller) {
            expect(own.every((code) => row.amenity(code) === 'yes')).toBe(true);
            expect(more.length).toBeGreaterThan(0);
          }
          for (const { row, more } of [...fuller, ...lacking]) {
            expect(more.every((code) => row.amenity(code) === 'yes' && !has(code))).toBe(true);
          }
          const found = around.filter((one) => {
            const yes = AMENITIES.filter((code) => amenityState(one.amenities, code) === 'yes');
            return own.every((code) => yes.includes(code)) && yes.length > own.length;
          });
          expect(fuller.length).toBe(Math.min(2, found.length));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('what a tile says', () => {
  const today = dayOf(NOW);
  const thing = (code: Amenity) =>
    thingsOf(RICH).find((one) => one.code === code) ?? {
      code,
      fact: { state: 'unknown', note: null, confirmedOn: null } as const,
    };
  test('has its state, where the toilet is, and its note', () => {
    expect(thingText(RICH, thing('toilet'), today)).toBe('有，走 30 米');
    expect(thingText({ toiletMetres: 0 }, thing('toilet'), today)).toBe('有，站内');
    expect(thingText(RICH, thing('seating'), today)).toBe('不清楚');
  });

  test('weakens what nobody has looked at for half a year', () => {
    expect(thingText(RICH, thing('microwave'), today)).toBe('应该有，自带饭盒');
    expect(thingText(RICH, thing('first-aid'), today)).toBe('之前坏了，药过期了');
    expect(thingText(RICH, thing('microwave'), dayOf(at('2026-05-01T12:00:00+08:00')))).toBe('有，自带饭盒');
  });

  test('the head says one date when all share it, else the oldest', () => {
    expect(datesText(thingsOf(RICH), today)).toEqual({ text: '最早的一项 1月15日核对', same: false });
    expect(datesText(thingsOf({ amenities: have('water', 'toilet') }), today)).toEqual({
      text: '11月20日核对',
      same: true,
    });
    expect(datesText(thingsOf({ amenities: {} }), today)).toEqual({ text: null, same: true });
  });
});

describe('texts that mean no good', () => {
  const shown = shownStation(NASTY);
  test('turn no line around and are cut to what a page can carry', () => {
    const all = JSON.stringify(shown);
    expect(/[\u202a-\u202e\u2066-\u2069]/.test(all.replace(NASTY.hours.exceptions[0]?.reason ?? '', ''))).toBe(false);
    expect([...shown.name].length).toBe(81);
    expect([...shown.address].length).toBeLessThanOrEqual(161);
    expect(shown.publicPhone).toBe(null);
    expect(shown.stops[0]?.spans).toEqual([]);
    expect(shown.amenities.toilet?.note).toBe(null);
  });

  test('leave a decent record as it is', () => {
    expect(shownStation(RICH)).toEqual(RICH);
    expect(shownStation({ ...RICH, name: ' \u202e ' }).name).toContain('驿站');
  });

  test('a photo is named by its hash and by nothing else', () => {
    expect(photosOf(RICH)).toEqual(['a1b2c3d4e5f60718', 'b1b2c3d4e5f60719']);
    expect(photosOf(NASTY)).toEqual([]);
  });
});

test('a mobile station is where it stands now', () => {
  expect(placeNow(MOBILE, NOW)).toMatchObject({ address: '二七广场北口', point: MOBILE.stops[1]?.point });
  expect(placeNow(RICH, NOW)).toBe(RICH);
});

test('the union answerable is called by its region', () => {
  expect(unionText(RICH.union, REGIONS)).toBe('二七区总工会');
  expect(unionText(RICH.union, null)).toBe(null);
  expect(unionText('000000' as typeof RICH.union, null)).toBe('中华全国总工会');
  expect(unionText('i-rail' as typeof RICH.union, REGIONS)).toBe(null);
});

test('each way in that takes more than a push has its steps', () => {
  expect(wayInSteps({ modes: ['open-door'] })).toEqual([]);
  expect(wayInSteps({ modes: ['ask-staff', 'keypad'] }).map(({ mode, steps }) => [mode, steps.length])).toEqual([
    ['ask-staff', 3],
    ['keypad', 3],
  ]);
});
