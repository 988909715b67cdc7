import { expect, it } from 'vitest';
import { gcj02 } from '../../../shared/geo/point.ts';
import type { Stop } from '../../../shared/station/station.ts';
import { isStay, stopsAt } from '../../../shared/station/stop-times.ts';
import { at } from './hours-make.ts';

const place = gcj02(113.66, 34.75);
const stop = (name: string, ...spans: Stop['spans']): Stop => ({ name, point: place, spans });
const MORNING = stop('早上', { weekday: 3, span: [540, 660] });
const NIGHT = stop('夜里', { weekday: 2, span: [1320, 1560] });
const LATE = stop('下午', { weekday: 3, span: [840, 960] }, { weekday: 3, span: [960, 1020] });
const NEVER = stop('没写');

/** 26 November 2026 is a Thursday. */
const told = (time: string) =>
  stopsAt([NEVER, MORNING, LATE, NIGHT], at(time)).map(
    ({ stop: one, until }) => `${one.name}${until === null ? '' : ' 在'}`,
  );

it('puts the stop where it stands first, then by when it comes, unknown last', () => {
  expect(told('2026-11-26 10:00')).toEqual(['早上 在', '下午', '夜里', '没写']);
  expect(told('2026-11-26 12:00')).toEqual(['下午', '夜里', '早上', '没写']);
});

it('knows a stay begun the evening before', () => {
  expect(told('2026-11-26 01:59')).toEqual(['夜里 在', '早上', '下午', '没写']);
  expect(told('2026-11-26 02:00')).toEqual(['早上', '下午', '夜里', '没写']);
});

it('comes again next week at the same minute when it is leaving now', () => {
  const [only] = stopsAt([MORNING], at('2026-11-26 11:00'));
  expect(only).toMatchObject({ until: null, nextAt: at('2026-12-03 09:00') });
});

it('does not believe times no clock shows', () => {
  const odd = stop('怪', { weekday: 3, span: [5000, -1] }, { weekday: 9, span: [540, 600] });
  expect(stopsAt([odd], at('2026-11-26 10:00'))).toEqual([{ stop: odd, until: null, nextAt: null }]);
  expect(odd.spans.some(isStay)).toBe(false);
});
