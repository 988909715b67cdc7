import { expect, test } from 'vitest';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { DOUBT_WORDS, hoursLine } from '../../../web/ui/words/hours.ts';
import { ALWAYS, daily, NOW, OFF, spans, weekly } from '../gallery/fixture.ts';

test('opening hours fit one line', () => {
  expect(hoursLine(weekly(spans([510, 1050]), OFF, OFF), NOW)).toBe('周一至周五 8:30–17:30；周六、周日不开');
  expect(hoursLine(daily(480, 1200), NOW)).toBe('每天 8:00–20:00');
  expect(hoursLine(ALWAYS, NOW)).toBe('每天 24 小时');
});

test('hours nobody wrote down are told apart from hours nobody could read', () => {
  expect(hoursLine(UNKNOWN_HOURS, NOW)).toBe('没人写过几点开，先打电话问问');
  expect(hoursLine({ ...UNKNOWN_HOURS, raw: '见门口' }, NOW)).toBe('写法看不准，先打电话问问');
});

test('the line follows the season that holds today', () => {
  const winter = weekly(spans([600, 960]), OFF, OFF).base;
  if (winter.kind !== 'weekly') throw new Error('not weekly');
  const hours = { ...daily(480, 1200), seasons: [{ from: '11-01', to: '03-31', week: winter.week }] };
  expect(hoursLine(hours, NOW)).toBe('周一至周五 10:00–16:00；周六、周日不开');
});

test('every doubt but the calendar’s has its sentence here', () => {
  const silent = Object.entries(DOUBT_WORDS).filter(([, words]) => words === null);
  expect(silent.map(([doubt]) => doubt)).toEqual(['calendar']);
});
