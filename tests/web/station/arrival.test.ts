import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { openAt } from '../../../shared/station/open.ts';
import { arrivalOf, opensInTime } from '../../../web/station/arrival.ts';
import { arrivalText } from '../../../web/ui/words/arrive.ts';
import { travel } from '../../../web/ui/words/distance.ts';
import { anyHours, anyInstant } from '../../shared/station/hours-any.ts';
import { ALWAYS, at, CALENDAR, daily, NOW, OFF, SPLIT, station, weekly } from '../gallery/fixture.ts';
import { UNKNOWN } from '../gallery/world.ts';

const when = { now: NOW, calendar: CALENDAR };
const say = (hours: ReturnType<typeof daily>, distance: number, weak = false) => {
  const arrival = arrivalOf(station({ name: '甲', hours }), distance, when);
  return arrival === null ? null : arrivalText(arrival, weak);
};

describe('what somebody who sets out at 14:20 finds 240 metres on', () => {
  test('open all the way', () => {
    expect(say(daily(540, 1080), 240)).toBe('你到时（14:24）仍开放');
    expect(say(ALWAYS, 240)).toBe('你到时（14:24）仍开放');
    expect(say(daily(540, 1080), 240, true)).toBe('你到时（14:24）应该仍开放');
  });

  test('closing before one is there', () => {
    expect(say(daily(540, 863), 240)).toBe('你到时（14:24）已经关门');
    expect(say(daily(540, 864), 240)).toBe('你到时（14:24）已经关门');
    expect(say(daily(540, 865), 240)).toBe('你到时（14:24）仍开放');
  });

  test('opening before one is there', () => {
    expect(say(daily(864, 1080), 240)).toBe('你到时（14:24）刚开门');
    expect(say(daily(865, 1080), 240)).toBe('你到时（14:24）还没开门');
    expect(say(daily(861, 1080), 9000)).toBe('你到时（15:20）开着');
  });

  test('closed and open again by then', () => {
    const noon = { now: at('2026-11-26T11:30:00+08:00'), calendar: CALENDAR };
    const arrival = arrivalOf(station({ name: '乙', hours: weekly(SPLIT, OFF, OFF) }), 20_000, noon);
    expect(arrival).toEqual({ kind: 'open', at: at('2026-11-26T13:43:00+08:00') });
  });

  test('nobody knows, and it is said', () => {
    const arrival = arrivalOf(UNKNOWN, 240, when);
    expect(arrival === null ? null : arrivalText(arrival, false)).toBe('你到时（14:24）开不开不清楚');
  });

  test('nothing where the status shuts the door or one would take a bus', () => {
    const shut = station({ name: '丙', status: 'suspended' });
    expect(arrivalOf(shut, 240, when)).toBe(null);
    expect(arrivalOf(station({ name: '丁' }), 80_000, when)).toBe(null);
  });
});

test('agrees with openAt at the minute of arrival, whatever the hours', () => {
  fc.assert(
    fc.property(anyHours, anyInstant, fc.integer({ min: 0, max: 30_000 }), (hours, now, distance) => {
      const arrival = arrivalOf(station({ name: '戊', hours }), distance, { now, calendar: CALENDAR });
      if (arrival === null) throw new Error('near enough to say');
      expect(arrival.at - now).toBe(travel(distance).minutes * 60_000);
      const then = openAt(hours, arrival.at, CALENDAR).state;
      const here = openAt(hours, instant(now), CALENDAR).state;
      if (then === 'unknown') expect(arrival.kind).toBe('unknown');
      if (then === 'closed') expect(arrival.kind).toBe(here === 'open' ? 'shut' : 'not-yet');
      if (then === 'open') expect(arrival.kind === 'still' || opensInTime(arrival)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
