import { describe, expect, it } from 'vitest';
import { type DateText, dayOf } from '../../../shared/kernel/instant.ts';
import { type Hours, UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { weekLine } from '../../../shared/station/week-line.ts';
import { weekText } from '../../../shared/station/week-text.ts';
import { CALENDAR } from '../../fixtures/calendar.ts';
import { at, spans, week, weekly } from './hours-make.ts';

const on = (hours: Hours, date: string) => weekText(hours, dayOf(at(`${date} 12:00`)), CALENDAR);
const office = weekly(week('9:00-12:00,13:30-18:00', '9:00-17:00', ''), { holidays: { kind: 'closed' } });

describe('the week of the station page', () => {
  it('has seven rows with today marked', () => {
    const { rows } = on(office, '2026-11-26');
    expect(rows.map(({ label, text }) => `${label} ${text}`)).toEqual([
      '周一 9:00–12:00　13:30–18:00',
      '周二 9:00–12:00　13:30–18:00',
      '周三 9:00–12:00　13:30–18:00',
      '今天周四 9:00–12:00　13:30–18:00',
      '周五 9:00–12:00　13:30–18:00',
      '周六 9:00–17:00',
      '周日 不开',
    ]);
    expect(rows[3]).toMatchObject({ weekday: 3, today: true, closed: false, times: ['9:00–12:00', '13:30–18:00'] });
    expect(rows[6]).toMatchObject({ closed: true, times: [] });
  });

  it('shows the week of the season in force', () => {
    const seasonal = weekly(week('8:00-18:00'), {
      seasons: [{ from: '11-15', to: '03-15', week: week('9:00-17:00') }],
    });
    expect(on(seasonal, '2026-12-01').rows[0]?.text).toBe('9:00–17:00');
    expect(on(seasonal, '2026-06-01').rows[0]?.text).toBe('8:00–18:00');
    expect(on(seasonal, '2026-07-01').notes).toContain('这个时间用到11月14日，11月15日起是冬季时间：每天 9:00–17:00。');
    expect(on(seasonal, '2026-12-01').notes).toContain('冬季时间到3月15日，3月16日起：每天 8:00–18:00。');
  });

  it('says that times are not written, and around the clock', () => {
    expect(on(UNKNOWN_HOURS, '2026-11-26').rows[0]).toMatchObject({ text: '时间没写', closed: false });
    expect(on({ ...UNKNOWN_HOURS, base: { kind: 'always' } }, '2026-03-10').rows[0]?.text).toBe('24 小时');
  });
});

describe('the sentences below', () => {
  it('tells the midday break when it is one', () => {
    expect(on(office, '2026-07-10').notes).toEqual(['中午 12:00–13:30 关门。']);
    expect(on(weekly(week('9:00-12:00,13:30-18:00', '9:00-11:30,13:00-18:00')), '2026-07-10').notes).toEqual([]);
  });

  it('tells the coming holidays, each rule in its words', () => {
    const told = (holidays: Hours['holidays']) =>
      on(weekly(week('9:00-17:00', '10:00-16:00', ''), { holidays }), '2025-12-10').notes.filter((note) =>
        note.includes('元旦'),
      );
    expect(told({ kind: 'closed' })).toEqual(['1月1日至3日元旦：关闭。']);
    expect(told({ kind: 'same' })).toEqual(['1月1日至3日元旦：照常。']);
    // 3 January 2026 is a Saturday, whose own rule holds.
    expect(told({ kind: 'as-weekend' })).toEqual(['1月1日至2日元旦：关闭。', '1月3日元旦：照常。']);
    expect(told({ kind: 'spans', spans: spans('9:00-12:00') })).toEqual(['1月1日至3日元旦：9:00–12:00。']);
    expect(told({ kind: 'unknown' })).toEqual(['1月1日至3日元旦：没写开不开，先打电话问问。']);
  });

  it('tells a make-up workday that differs from its own weekday', () => {
    expect(on(office, '2026-09-30').notes).toContain(
      '10月10日（周六）调休上班：照平日（周三），9:00–12:00，13:30–18:00。',
    );
    expect(on(weekly(week('9:00-17:00')), '2026-09-30').notes.join()).not.toContain('调休');
  });

  it('says that the notice for a coming holiday is not out, where it matters', () => {
    expect(on(office, '2026-11-26').notes).toContain('元旦（1月1日）前后的放假安排还没公布。');
    expect(on(weekly(week('9:00-17:00')), '2026-11-26').notes).toEqual([]);
    expect(on({ ...UNKNOWN_HOURS, base: { kind: 'always' } }, '2026-11-26').notes).toEqual([]);
  });

  it('tells dated changes with their reason, not those long past or far off', () => {
    const from = '2026-12-01' as DateText;
    const repair = { ...office, exceptions: [{ from, to: '2026-12-28' as DateText, spans: [], reason: '装修' }] };
    expect(on(repair, '2026-11-26').notes).toContain('12月1日至28日：关闭（装修）。');
    expect(on(repair, '2026-12-29').notes.join()).not.toContain('装修');
    expect(on(repair, '2026-07-10').notes.join()).not.toContain('装修');
  });
});

it('writes a week in one line', () => {
  expect(weekLine(week('9:00-17:00', ''))).toBe('周一至周五 9:00–17:00；周六、周日不开');
  expect(weekLine(week('9:00-12:00,13:30-18:00', '9:00-17:00', '?'))).toBe(
    '周一至周五 9:00–12:00，13:30–18:00；周六 9:00–17:00；周日时间没写',
  );
  expect(weekLine(week('0:00-24:00'))).toBe('每天 24 小时');
});
