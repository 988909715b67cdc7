import { describe, expect, test } from 'vitest';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { breakSentence, comingChanges, spanText, weekRows, weekSummary } from '../../../web/ui/words/hours.ts';
import { ALWAYS, CALENDAR, daily, date, NOW, OFF, SPLIT, spans, weekly } from '../gallery/fixture.ts';

const HOURS = weekly(SPLIT, spans([540, 1020]), OFF);

describe('opening hours in words', () => {
  test('a span past midnight says so', () => {
    expect(spanText([1200, 1560])).toBe('20:00–次日2:00');
    expect(spanText([540, 720])).toBe('9:00–12:00');
  });

  test('the week has seven rows with today marked', () => {
    const rows = weekRows(HOURS, NOW);
    expect(rows).toHaveLength(7);
    expect(rows.filter((row) => row.isToday)).toEqual([
      { label: '今天周四', texts: ['9:00–12:00', '13:30–18:00'], isToday: true, isOff: false },
    ]);
    expect(rows[6]).toEqual({ label: '周日', texts: ['不开'], isToday: false, isOff: true });
  });

  test('a week with a season shows the season that holds today', () => {
    const winter = weekly(spans([600, 960]), OFF, OFF).base;
    if (winter.kind !== 'weekly') throw new Error('not weekly');
    const hours = { ...HOURS, seasons: [{ from: '11-01', to: '03-31', week: winter.week }] };
    expect(weekRows(hours, NOW)[0]?.texts).toEqual(['10:00–16:00']);
  });

  test('days of the same hours are one line', () => {
    expect(weekSummary(weekly(spans([510, 1050]), OFF, OFF), NOW)).toEqual(['周一至周五 8:30–17:30', '周末 不开']);
    expect(weekSummary(daily(480, 1200), NOW)).toEqual(['每天 8:00–20:00']);
    expect(weekSummary(ALWAYS, NOW)).toEqual(['每天 24 小时']);
    expect(weekSummary({ ...UNKNOWN_HOURS, raw: '见门口' }, NOW)).toEqual(['见门口']);
  });

  test('a break all open days share is one sentence, differing breaks are not', () => {
    expect(breakSentence(HOURS, NOW)).toBe('中间 12:00–13:30 关门。');
    expect(breakSentence(weekly(SPLIT, spans([540, 660], [720, 1020]), OFF), NOW)).toBeNull();
    expect(breakSentence(daily(480, 1200), NOW)).toBeNull();
  });

  test('the coming holiday and dated closures are said, past ones are not', () => {
    const exceptions = [
      { from: date('2026-11-01'), to: date('2026-11-02'), spans: [], reason: '盘点' },
      { from: date('2026-11-30'), to: date('2026-12-02'), spans: [], reason: '刷墙' },
    ];
    expect(comingChanges({ ...HOURS, exceptions }, NOW, CALENDAR)).toEqual([
      '11月30日至12月2日关闭：刷墙。',
      '2027年1月1日至3日元旦：关闭。',
    ]);
  });

  test('what was never said about holidays is asked for, not guessed', () => {
    const silent = { ...HOURS, holidays: { kind: 'as-weekend' } as const };
    expect(comingChanges(silent, NOW, CALENDAR)).toEqual(['2027年1月1日至3日元旦：跟周末一样，不开。']);
    expect(comingChanges({ ...HOURS, holidays: { kind: 'same' } }, NOW, CALENDAR)).toEqual([
      '2027年1月1日至3日元旦：照常。',
    ]);
  });
});
