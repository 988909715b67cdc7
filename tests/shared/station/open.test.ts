import { describe, expect, it } from 'vitest';
import type { DateText } from '../../../shared/kernel/instant.ts';
import { isoText } from '../../../shared/kernel/instant.ts';
import { type Hours, UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { nextOpening, type OpenFacts, openAt, stationOpen } from '../../../shared/station/open.ts';
import { SETTING_DEFAULTS } from '../../../shared/station/settings.ts';
import { STATUSES } from '../../../shared/station/station.ts';
import { CALENDAR } from '../../fixtures/calendar.ts';
import { at, oneDay, spans, week, weekly } from './hours-make.ts';

/** `open 2026-11-26 18:00`, `closed -`, with doubts after a slash. */
function seen(hours: Hours, when: string): string {
  const answer = openAt(hours, at(when), CALENDAR);
  const next = answer.state === 'open' ? answer.until : answer.state === 'closed' ? answer.opensAt : answer.knownFrom;
  const doubt = answer.doubt.length === 0 ? '' : ` / ${answer.doubt.join(' ')}`;
  return `${answer.state} ${next === null ? '-' : isoText(next).slice(0, 16).replace('T', ' ')}${doubt}`;
}

const office = weekly(week('8:30-12:00,13:30-17:30', ''), { holidays: { kind: 'closed' } });
const night = weekly(week('20:00-26:00'));

describe('an ordinary week', () => {
  it('closes for the midday break and says when it opens again', () => {
    expect(seen(office, '2026-11-26 11:59')).toBe('open 2026-11-26 12:00');
    expect(seen(office, '2026-11-26 12:00')).toBe('closed 2026-11-26 13:30');
    expect(seen(office, '2026-11-26 13:30')).toBe('open 2026-11-26 17:30');
  });

  it('looks over the weekend to Monday', () => {
    expect(seen(office, '2026-11-27 17:30')).toBe('closed 2026-11-30 08:30');
  });

  it('is open until 23:45 and not a minute longer', () => {
    const late = weekly(week('8:45-23:45'));
    expect(seen(late, '2026-11-26 23:44')).toBe('open 2026-11-26 23:45');
    expect(seen(late, '2026-11-26 23:45')).toBe('closed 2026-11-27 08:45');
  });

  it('keeps a span to the day it began on when it passes midnight', () => {
    expect(seen(night, '2026-11-27 01:00')).toBe('open 2026-11-27 02:00');
    expect(seen(night, '2026-11-27 02:00')).toBe('closed 2026-11-27 20:00');
    const fridays = weekly(oneDay(4, '20:00-26:00'));
    expect(seen(fridays, '2026-11-28 01:00')).toBe('open 2026-11-28 02:00');
    expect(seen(fridays, '2026-11-27 01:00')).toBe('closed 2026-11-27 20:00');
  });

  it('joins spans that touch or overlap across midnight', () => {
    expect(seen(weekly(week('18:00-24:00', '0:00-6:00', '')), '2026-11-27 22:00')).toBe('open 2026-11-28 06:00');
    expect(seen(weekly(week('22:00-30:00', '5:00-12:00', '')), '2026-11-27 23:00')).toBe('open 2026-11-28 12:00');
  });

  it('names no end when open around the clock, and the true one when only on workdays', () => {
    expect(seen({ ...UNKNOWN_HOURS, base: { kind: 'always' } }, '2026-10-01 03:00')).toBe('open -');
    expect(seen(weekly(week('0:00-24:00')), '2026-11-26 03:00')).toBe('open -');
    expect(seen(weekly(week('0:00-24:00', '')), '2026-11-26 03:00')).toBe('open 2026-11-28 00:00');
  });

  it('finds no opening where there is none', () => {
    expect(seen(weekly(week('')), '2026-11-26 12:00')).toBe('closed -');
  });
});

describe('holidays and make-up workdays', () => {
  it('is closed on a holiday when the rule says so, and opens after it', () => {
    expect(seen(office, '2026-10-01 10:00')).toBe('closed 2026-10-08 08:30');
  });

  it('is open at 01:00 of a holiday from the span of the day before', () => {
    const closedHolidays: Hours = { ...night, holidays: { kind: 'closed' } };
    expect(seen(closedHolidays, '2026-10-01 01:00')).toBe('open 2026-10-01 02:00');
    expect(seen(closedHolidays, '2026-10-01 20:30')).toBe('closed 2026-10-08 20:00');
    expect(seen(closedHolidays, '2026-10-08 01:00')).toBe('closed 2026-10-08 20:00');
    expect(seen({ ...night, holidays: { kind: 'unknown' } }, '2026-10-01 01:00')).toBe('open 2026-10-01 02:00');
  });

  it('follows on a made-up Saturday the weekday it stands for', () => {
    expect(seen(office, '2026-10-10 10:00')).toBe('open 2026-10-10 12:00');
    expect(seen(office, '2026-10-17 10:00')).toBe('closed 2026-10-19 08:30');
    const wednesdays = weekly(oneDay(2, '9:00-20:00', '9:00-10:00'));
    expect(seen(wednesdays, '2026-10-10 15:00')).toBe('open 2026-10-10 20:00');
  });

  it('knows the rules same, as weekend, and own spans', () => {
    const days = week('9:00-17:00', '10:00-16:00', '11:00-15:00');
    expect(seen(weekly(days), '2026-10-01 09:30')).toBe('open 2026-10-01 17:00');
    expect(seen(weekly(days, { holidays: { kind: 'as-weekend' } }), '2026-10-01 10:30')).toBe(
      'closed 2026-10-01 11:00',
    );
    expect(seen(weekly(days, { holidays: { kind: 'as-weekend' } }), '2026-10-03 10:30')).toBe('open 2026-10-03 16:00');
    expect(seen(weekly(days, { holidays: { kind: 'spans', spans: spans('13:00-14:00') } }), '2026-10-01 12:00')).toBe(
      'closed 2026-10-01 13:00',
    );
  });

  it('does not guess when nothing was said about holidays and the weekend differs', () => {
    const unsaid: Hours = { ...office, holidays: { kind: 'unknown' } };
    expect(seen(unsaid, '2026-10-01 10:00')).toBe('unknown 2026-10-01 12:00 / holiday');
    expect(seen(unsaid, '2026-10-01 20:00')).toBe('closed - / holiday');
    expect(seen(weekly(week('8:00-18:00'), { holidays: { kind: 'unknown' } }), '2026-10-01 10:00')).toBe(
      'open 2026-10-01 18:00 / holiday',
    );
  });

  it('closes an always open station on holidays only when that was said', () => {
    const always: Hours = { ...UNKNOWN_HOURS, base: { kind: 'always' } };
    expect(seen({ ...always, holidays: { kind: 'closed' } }, '2026-09-29 12:00')).toBe('open 2026-10-01 00:00');
    expect(seen({ ...always, holidays: { kind: 'unknown' } }, '2027-02-06 12:00')).toBe('open -');
  });
});

describe('unknown times', () => {
  const workdays = weekly(week('?', ''), { holidays: { kind: 'closed' } });

  it('is unknown within the days of 工作日开放 and closed outside', () => {
    expect(seen(workdays, '2026-11-26 10:00')).toBe('unknown 2026-11-28 00:00');
    expect(seen(workdays, '2026-11-28 10:00')).toBe('closed -');
    expect(seen(workdays, '2026-10-01 10:00')).toBe('closed -');
    expect(seen(workdays, '2026-10-10 10:00')).toBe('unknown 2026-10-11 00:00');
  });

  it('is unknown without end when nothing is known', () => {
    expect(seen(UNKNOWN_HOURS, '2026-11-26 10:00')).toBe('unknown -');
  });
});

describe('seasons and dated exceptions', () => {
  const seasonal = weekly(week('8:00-18:00'), {
    seasons: [{ from: '11-15', to: '03-15', week: week('9:00-17:00') }],
  });

  it('wraps a season around the new year', () => {
    for (const day of ['2026-11-15', '2026-12-31', '2026-01-01', '2026-03-15']) {
      expect(seen(seasonal, `${day} 08:30`)).toBe(`closed ${day} 09:00`);
    }
    for (const day of ['2026-11-14', '2026-03-16', '2026-07-01']) {
      expect(seen(seasonal, `${day} 08:30`)).toBe(`open ${day} 18:00`);
    }
  });

  it('knows the end of a temporary closure', () => {
    const repair = weekly(week('8:00-18:00'), {
      exceptions: [{ from: '2026-11-20' as DateText, to: '2026-11-30' as DateText, spans: [], reason: '装修' }],
    });
    expect(seen(repair, '2026-11-26 10:00')).toBe('closed 2026-12-01 08:00');
    expect(seen({ ...repair, base: { kind: 'always' } }, '2026-11-26 10:00')).toBe('closed 2026-12-01 00:00');
    expect(seen({ ...repair, base: { kind: 'always' } }, '2026-11-18 10:00')).toBe('open 2026-11-20 00:00');
  });

  it('lets an exception stand above the holiday, the later listed above the earlier', () => {
    const duty = {
      from: '2026-10-01' as DateText,
      to: '2026-10-02' as DateText,
      spans: spans('9:00-12:00'),
      reason: '值班',
    };
    const off = { from: '2026-10-02' as DateText, to: '2026-10-02' as DateText, spans: [], reason: '停电' };
    const both: Hours = { ...office, exceptions: [duty, off] };
    expect(seen(both, '2026-10-01 10:00')).toBe('open 2026-10-01 12:00');
    expect(seen(both, '2026-10-02 10:00')).toBe('closed 2026-10-08 08:30');
  });
});

describe('beyond the calendar', () => {
  it('is unknown around a statutory day where its holiday rule matters', () => {
    expect(seen(office, '2027-02-03 10:00')).toBe('unknown 2027-02-03 12:00 / calendar');
    expect(seen(office, '2027-02-03 12:30')).toBe('closed - / calendar');
    expect(seen(office, '2027-02-13 10:00')).toBe('unknown 2027-02-13 12:00 / calendar');
    expect(seen(office, '2027-02-17 10:00')).toBe('open 2027-02-17 12:00 / calendar');
  });

  it('stays with the week where holidays are as other days, and doubts only what could change', () => {
    const same = weekly(week('8:30-17:30', ''));
    expect(seen(same, '2027-02-05 10:00')).toBe('open 2027-02-05 17:30');
    expect(seen(same, '2027-02-06 10:00')).toBe('closed 2027-02-08 08:30 / calendar');
    expect(seen({ ...UNKNOWN_HOURS, base: { kind: 'always' } }, '2027-02-06 10:00')).toBe('open -');
    expect(seen(weekly(week('8:00-18:00')), '2027-02-06 10:00')).toBe('open 2027-02-06 18:00');
  });

  it('counts other days as normal, with a doubt', () => {
    expect(seen(office, '2027-03-10 10:00')).toBe('open 2027-03-10 12:00 / calendar');
    expect(seen(office, '2026-12-30 10:00')).toBe('open 2026-12-30 12:00');
  });
});

describe('the next opening', () => {
  it('is the one after this when open now', () => {
    expect(nextOpening(office, at('2026-11-26 10:00'), CALENDAR)).toBe(at('2026-11-26 13:30'));
    expect(nextOpening(office, at('2026-11-26 12:10'), CALENDAR)).toBe(at('2026-11-26 13:30'));
    expect(nextOpening(UNKNOWN_HOURS, at('2026-11-26 12:10'), CALENDAR)).toBeNull();
  });
});

describe('a station', () => {
  const rules = { calendar: CALENDAR, settings: SETTING_DEFAULTS };
  const station: OpenFacts = {
    status: 'active',
    statusNote: null,
    hours: office,
    verified: 'on-site',
    verifiedOn: '2026-11-23' as DateText,
  };
  const when = at('2026-11-26 10:00');

  it('is open by its hours while its status lets people in', () => {
    for (const status of STATUSES) {
      const open = ['active', 'rectifying', 'exit-proposed', 'exit-notice'].includes(status);
      expect(stationOpen({ ...station, status }, when, rules).state, status).toBe(open ? 'open' : 'closed');
    }
    expect(stationOpen(station, when, rules)).toEqual({
      by: 'hours',
      state: 'open',
      until: at('2026-11-26 12:00'),
      doubt: [],
    });
  });

  it('is closed for a while when suspended, with the reason and the expected return', () => {
    const statusNote = { reason: '水管改造', since: '2026-11-20' as DateText, until: '2026-12-01' as DateText };
    const always: Hours = { ...UNKNOWN_HOURS, base: { kind: 'always' } };
    expect(stationOpen({ ...station, hours: always, status: 'suspended', statusNote }, when, rules)).toEqual({
      by: 'status',
      state: 'closed',
      status: 'suspended',
      forGood: false,
      reason: '水管改造',
      returnsOn: '2026-12-01',
      opensAt: null,
      doubt: [],
    });
  });

  it('is closed for good when retired, merged or relocated', () => {
    for (const status of ['retired', 'merged', 'relocated'] as const) {
      expect(stationOpen({ ...station, status }, when, rules)).toMatchObject({
        by: 'status',
        forGood: true,
        returnsOn: null,
      });
    }
  });

  it('doubts an unconfirmed statement, and one older than the setting', () => {
    const doubt = (facts: Partial<OpenFacts>) => stationOpen({ ...station, ...facts }, when, rules).doubt;
    expect(doubt({ verified: 'unverified', verifiedOn: null })).toEqual(['unconfirmed']);
    expect(doubt({ verifiedOn: '2026-05-30' as DateText })).toEqual([]);
    expect(doubt({ verifiedOn: '2026-05-29' as DateText })).toEqual(['old']);
    expect(doubt({ verified: 'unverified', verifiedOn: '2025-01-01' as DateText })).toEqual(['unconfirmed', 'old']);
  });
});
