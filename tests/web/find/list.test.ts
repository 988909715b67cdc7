import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { NO_FILTERS } from '../../../web/find/filters.ts';
import { type Ask, countShut, dropOne, isAlways, type Judged, makeList, neverClosed } from '../../../web/find/list.ts';
import {
  ALWAYS,
  at,
  CALENDAR,
  daily,
  HERE,
  have,
  NOW,
  offset,
  spans,
  station,
  tableOf,
  weekly,
} from '../gallery/fixture.ts';
import { DEHUA, STATIONS, SUSPENDED, UNKNOWN } from '../gallery/world.ts';

function ask(stations: readonly PublicStation[], part: Partial<Ask> = {}): Ask {
  return { table: tableOf(stations), from: HERE, filters: NO_FILTERS, now: NOW, calendar: CALENDAR, ...part };
}

const names = (all: readonly Judged[]) => all.map((one) => one.row.name);

describe('the first list', () => {
  const list = makeList(ask(STATIONS));

  test('answers with the nearest open station, not the nearer suspended one', () => {
    expect(list.hero?.row.name).toBe(DEHUA.name);
    expect(Math.round(list.hero?.distance ?? 0)).toBe(240);
  });

  test('goes on with the open ones by distance and puts closing ones after them', () => {
    const kinds = list.rows.map((one) => one.verdict.kind);
    expect(kinds).toEqual(['open', 'open', 'open', 'open', 'open', 'open', 'closing']);
    const open = list.rows.filter((one) => one.verdict.kind === 'open').map((one) => one.distance);
    expect(open).toEqual([...open].sort((a, b) => a - b));
    expect(names(list.rows)[6]).toBe('火车站东广场司机之家');
  });

  test('keeps unknown hours in a group of their own', () => {
    expect(names(list.unknownHours)).toEqual([UNKNOWN.name]);
  });

  test('counts the closed and the suspended behind one line', () => {
    expect(countShut(list)).toEqual({ closed: 4, suspended: 1, most: 99 });
    expect(names(list.closed)).toContain(SUSPENDED.name);
  });

  test('answers with a closing one when nothing else is open', () => {
    const closing = station({ name: '快关', point: offset(300, 0), hours: daily(480, 885) });
    expect(makeList(ask([closing, UNKNOWN])).hero?.row.name).toBe('快关');
  });

  test('sorts a door that shuts before one gets there with the closed ones', () => {
    const tooFar = station({ name: '走到就关', point: offset(1500, 0), hours: daily(480, 880) });
    const found = makeList(ask([tooFar]));
    expect(found.hero).toBeNull();
    expect(names(found.closed)).toEqual(['走到就关']);
    expect(found.closed[0]?.verdict.kind).toBe('too-late');
  });

  test('looks past any number of doors that shut before one gets there', () => {
    const shutting = Array.from({ length: 100 }, (_, n) =>
      station({ name: `关${n}`, point: offset(1000 + n, 0), hours: daily(480, 862) }),
    );
    const far = station({ name: '远处开着', point: offset(3000, 0), hours: ALWAYS });
    expect(makeList(ask([...shutting, far])).hero?.row.name).toBe('远处开着');
  });

  test('says what is open beyond its reach only when nothing within is', () => {
    const far = station({ name: '八公里外', point: offset(8200, 0), hours: ALWAYS });
    const none = makeList(ask([far]));
    expect(none.hero).toBeNull();
    expect(names(none.beyond)).toEqual(['八公里外']);
    expect(makeList(ask([far, DEHUA])).beyond).toEqual([]);
  });

  test('is empty, not broken, on an empty table', () => {
    expect(makeList(ask([]))).toEqual({
      hero: null,
      rows: [],
      unknownHours: [],
      unknownNeeds: [],
      closed: [],
      beyond: [],
    });
  });

  test('leaves nothing within reach out and puts nothing in two groups', () => {
    const hours = fc.constantFrom(ALWAYS, UNKNOWN_HOURS, daily(480, 870), daily(480, 1200), daily(480, 720));
    const spot = fc.record({
      east: fc.integer({ min: -3000, max: 3000 }),
      north: fc.integer({ min: -3000, max: 3000 }),
      hours,
    });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 18 }), (spots) => {
        const stations = spots.map((one, n) =>
          station({ name: `站${n}`, point: offset(one.east, one.north), hours: one.hours }),
        );
        const found = makeList(ask(stations));
        const shown = [
          ...(found.hero === null ? [] : [found.hero]),
          ...found.rows,
          ...found.unknownHours,
          ...found.closed,
        ];
        expect(names(shown).sort()).toEqual(stations.map((one) => one.name).sort());
      }),
      { numRuns: 150 },
    );
  });
});

describe('filters', () => {
  const both = station({ name: '都有', point: offset(900, 0), amenities: have('toilet', 'hot-meal') });
  const toilet = station({ name: '只有厕所', point: offset(200, 0), amenities: have('toilet') });
  const silent = station({ name: '没写', point: offset(100, 0) });
  const without = station({
    name: '没有',
    point: offset(50, 0),
    amenities: { toilet: { state: 'no', note: null, confirmedOn: null } },
  });
  const filters = { ...NO_FILTERS, want: ['toilet', 'meal'] as const };

  test('want every need; a meal is a microwave or a hot meal', () => {
    const list = makeList(ask([both, toilet, silent, without], { filters }));
    expect(list.hero?.row.name).toBe('都有');
    expect(list.rows).toEqual([]);
  });

  test('keep those nobody knows about in a group of their own', () => {
    const list = makeList(ask([both, toilet, silent, without], { filters }));
    expect(names(list.unknownNeeds)).toEqual(['没写', '只有厕所']);
  });

  test('keep closed ones and unknown hours of which nobody knows the answer', () => {
    const shut = station({ name: '关着没写', point: offset(150, 0), hours: daily(480, 720) });
    const shutWithout = station({ ...without, name: '关着没有', code: DEHUA.code, hours: daily(480, 720) });
    const when = station({ name: '几点没写', point: offset(160, 0), hours: UNKNOWN_HOURS });
    const list = makeList(ask([shut, shutWithout, when], { filters }));
    expect(names(list.closed)).toEqual(['关着没写']);
    expect(names(list.unknownHours)).toEqual(['几点没写']);
  });

  test('offer to drop the one need that helps most', () => {
    const water = station({ name: '有水有厕所', point: offset(300, 0), amenities: have('toilet', 'water') });
    const asked = ask([toilet, water], { filters: { ...NO_FILTERS, want: ['toilet', 'heating'] } });
    expect(makeList(asked).hero).toBeNull();
    expect(dropOne(asked)).toMatchObject({ what: 'heating', filters: { want: ['toilet'] }, count: 2 });
    expect(dropOne(ask([silent], { filters }))).toBeNull();
    const allDay = ask([toilet], { filters: { ...NO_FILTERS, allDay: true } });
    expect(dropOne(allDay)).toMatchObject({ what: 'all-day', filters: NO_FILTERS, count: 1 });
  });

  test('24小时 keeps only doors that never close, however it was written', () => {
    const day = spans([0, 1440]);
    const spelled = station({ name: '写成每天', point: offset(400, 0), hours: weekly(day, day, day) });
    const list = makeList(ask([DEHUA, spelled], { filters: { ...NO_FILTERS, allDay: true } }));
    expect(list.hero?.row.name).toBe('写成每天');
    expect(list.rows).toEqual([]);
    expect(isAlways(DEHUA.hours)).toBe(false);
  });

  test('at night the closed ones are still counted', () => {
    const list = makeList(ask(STATIONS, { now: at('2026-11-26T23:45:00+08:00') }));
    expect(list.hero?.row.name).toBe('大同路环卫休息点');
    expect(countShut(list).closed).toBe(11);
  });
});

test('when nobody knows the place, doors that never close come by name', () => {
  const b = station({ name: '乙', point: offset(100, 0), hours: ALWAYS });
  const a = station({ name: '丙', point: offset(50, 0), hours: ALWAYS });
  expect(names(neverClosed(ask([a, b, DEHUA])))).toEqual(['丙', '乙']);
});
