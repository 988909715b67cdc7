import { describe, expect, test } from 'vitest';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import { parseHours } from '../../../shared/station/hours-parse.ts';
import { plaqueHours } from '../../../shared/station/plaque-text.ts';

function said(text: string): readonly string[] {
  const read = parseHours(text);
  if (!read.understood) throw new Error(text);
  return plaqueHours(read.hours);
}

describe('the hours on a plaque', () => {
  test.each([
    ['24小时', ['每天 24 小时']],
    ['8:00-20:00', ['每天 8:00–20:00']],
    [
      '周一至周五 9:00-12:00 13:30-18:00 周六 9:00-17:00',
      ['周一至周五 9:00–12:00，13:30–18:00', '周六 9:00–17:00，周日不开'],
    ],
    ['周二至周日 9:00-17:00', ['周一不开', '周二至周日 9:00–17:00']],
  ])('of %s', (text, lines) => {
    expect(said(text)).toEqual(lines);
  });

  test('have every season with its days, and no year: they hang for longer than one', () => {
    const lines = said('夏季8:00-18:30 冬季8:30-18:00');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.some((line) => /^\d+月\d+日至\d+月\d+日：每天 8:/.test(line))).toBe(true);
    expect(lines.join('')).not.toMatch(/20\d\d/);
  });

  test('that nobody knows are left out', () => {
    expect(plaqueHours(UNKNOWN_HOURS)).toEqual([]);
  });
});
