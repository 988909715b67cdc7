import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hours, Span } from '../../../shared/station/hours.ts';
import { clockOf, editOf, type HoursEdit, hoursOfEdit, monthDayOf } from '../../../shared/station/hours-edit.ts';
import { parseHours } from '../../../shared/station/hours-parse.ts';
import { HOURS_PRESETS } from '../../../shared/station/hours-presets.ts';
import { hoursText, saysSame, textBeside } from '../../../shared/station/hours-write.ts';
import { anyHours } from './hours-any.ts';
import { week, weekly } from './hours-make.ts';

describe('hours while they are typed', () => {
  it('any hours come back as they were', () => {
    fc.assert(
      fc.property(anyHours, (hours) => {
        expect(hoursOfEdit(editOf(hours))).toEqual({ ok: true, value: hours });
      }),
    );
  });

  it.each([
    ['9', 540],
    ['9:00', 540],
    ['0930', 570],
    ['９：３０', 570],
    ['9点半', 570],
    ['21时', 1260],
    ['24:00', 1440],
    ['次日6:00', 360],
    ['9:60', null],
    ['25:00', null],
    ['九点', null],
    ['', null],
  ])('a clock time typed as %s', (text, minutes) => expect(clockOf(text)).toBe(minutes));

  it.each([
    ['6-1', '06-01'],
    ['6月1日', '06-01'],
    ['02-29', '02-29'],
    ['2月30日', null],
    ['13-1', null],
    ['夏天', null],
  ])('a day of the year typed as %s', (text, day) => expect(monthDayOf(text)).toBe(day));

  it('an end before its beginning is on the next day', () => {
    const edit: HoursEdit = { ...editOf(weekly(week(''))), days: Array(7).fill(oneSpan('20:00', '6:00')) };
    expect(hoursOfEdit(edit)).toMatchObject({ ok: true, value: weekly(week('20:00-30:00')) });
  });

  it('the first wrong time is named by where it stands', () => {
    const edit = editOf(weekly(week('9:00-17:00')));
    const days = edit.days.map((day, i) => (i === 2 ? oneSpan('9:00', '五点') : day));
    expect(hoursOfEdit({ ...edit, days })).toEqual({
      ok: false,
      refusal: { kind: 'field-format', field: 'hours.days.2.spans.0.to', example: '8:30' },
    });
  });

  it('a closure that ends before it begins, or says no reason, is refused at its field', () => {
    const closure = (from: string, to: string, reason: string) => ({
      ...editOf(weekly(week('9:00-17:00'))),
      exceptions: [{ from, to, reason, spans: [] }],
    });
    expect(hoursOfEdit(closure('2026-12-30', '2026-12-28', '装修'))).toMatchObject({
      refusal: { kind: 'field-date-early', field: 'hours.exceptions.0.to', notBefore: '2026-12-30' },
    });
    expect(hoursOfEdit(closure('2026-12-28', '2026-12-30', ' '))).toMatchObject({
      refusal: { kind: 'field-required', field: 'hours.exceptions.0.reason' },
    });
  });
});

describe('hours written as a text', () => {
  it.each(HOURS_PRESETS.map(({ name, hours }) => [name, hours] as const))('%s reads back as itself', (_, hours) => {
    expect(parseHours(hours.raw ?? '')).toEqual({ understood: true, hours, rest: null, draft: null });
  });

  it.each([
    [
      '周一至周五 9:00-17:00；周六、周日休息；节假日休息',
      weekly(week('9:00-17:00', ''), { holidays: { kind: 'closed' } }),
    ],
    ['每天 20:00-次日 6:00；节假日照常', weekly(week('20:00-30:00'), { holidays: { kind: 'same' } })],
    ['周一至周日 8:00-20:00', weekly(week('8:00-20:00'), { holidays: { kind: 'unknown' } })],
    [
      '11月15日至次年3月15日：每天 9:00-17:00；其他时间：每天 8:00-18:00；节假日照常',
      weekly(week('8:00-18:00'), { seasons: [{ from: '11-15', to: '03-15', week: week('9:00-17:00') }] }),
    ],
  ])('%s', (text, hours) => {
    expect(hoursText(hours)).toBe(text);
    expect(saysSame(text, hours)).toBe(true);
  });

  it('whatever is written is read as the same or not at all, never as something else', () => {
    let same = 0;
    fc.assert(
      fc.property(anyHours, fc.boolean(), (random, isPlain) => {
        const hours = tidy(isPlain ? plain(random) : random);
        const text = hoursText(hours);
        if (text === null || !parseHours(text).understood) return;
        same += 1;
        expect([text, saysSame(text, hours)]).toEqual([text, true]);
      }),
      { numRuns: 2000 },
    );
    expect(same).toBeGreaterThan(300);
  });

  it('a text that was read and says something else now is written anew, one nobody could read stays', () => {
    const later = weekly(week('9:00-18:00'), { holidays: { kind: 'same' } });
    expect(textBeside('每天9点到17点', later)).toBe('每天 9:00-18:00；节假日照常');
    expect(textBeside('每天9点到18点', later)).toBe('每天9点到18点');
    expect(textBeside('9:00-17:00，中午有事电话联系', later)).toBe('9:00-17:00，中午有事电话联系');
    expect(textBeside(null, later)).toBe('每天 9:00-18:00；节假日照常');
  });
});

function oneSpan(from: string, to: string) {
  return { known: true, spans: [{ from, to }] };
}

/** As people keep hours: the same on workdays, and few of them in seasons. */
function plain(hours: Hours): Hours {
  const [work, , , , , saturday, sunday] = hours.base.kind === 'weekly' ? hours.base.week : [];
  if (work === undefined || saturday === undefined || sunday === undefined) return hours;
  return { ...hours, base: { kind: 'weekly', week: [work, work, work, work, work, saturday, sunday] }, seasons: [] };
}

/** As the editor lets through what a person typed: spans in order, apart, and around the clock every day is `always`. */
function tidy(hours: Hours): Hours {
  return JSON.parse(JSON.stringify(hours), (key, value) => (key === 'spans' ? apart(value) : value));
}

function apart(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a[0] - b[0])) {
    if (span[0] > (kept[kept.length - 1]?.[1] ?? -1)) kept.push(span);
  }
  return kept;
}
