import { describe, expect, test } from 'vitest';
import { thingsOf, tilesOf } from '../../../web/station/Inside.tsx';
import { openInstead } from '../../../web/station/near.ts';
import { resolve } from '../../../web/station/resolve.ts';
import { DROP_WORDS, noSuchSentence } from '../../../web/ui/words/drop.ts';
import { CALENDAR, HERE, NOW, station, tableOf } from '../gallery/fixture.ts';
import { DEHUA, RETIRED_DROP, STATIONS, SUSPENDED } from '../gallery/world.ts';

describe('a code in the address', () => {
  const table = tableOf(STATIONS, [RETIRED_DROP]);

  test('leads to its station, also as printed in groups', () => {
    const spaced = DEHUA.code.replace(/^(.{6})(.)(.{6})/, '$1 $2 $3 ');
    expect(resolve(spaced, table)).toEqual({ kind: 'station', station: DEHUA });
  });

  test('leads to what became of a station that left', () => {
    expect(resolve(RETIRED_DROP.code, table)).toEqual({ kind: 'gone', drop: { ...RETIRED_DROP, shownAs: null } });
    expect(DROP_WORDS.retired.title).toBe('已退出');
  });

  test('tells a slip of the finger from one we never heard of', () => {
    const wrong = `${DEHUA.code.slice(0, 14)}${(Number(DEHUA.code.slice(14)) + 1) % 10}`;
    expect(resolve(wrong, table).kind).toBe('mistyped');
    expect(resolve('abc', table).kind).toBe('not-a-code');
    const stranger = station({ name: '别处' });
    expect(resolve(stranger.code, table)).toEqual({ kind: 'unknown', code: stranger.code });
    expect(noSuchSentence('mistyped', false)).toContain('抄错');
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
