import { type Instant, parseIso } from '../../../shared/kernel/instant.ts';
import { type DayRule, type Hours, type Span, UNKNOWN_HOURS, type Week } from '../../../shared/station/hours.ts';

/** `2026-11-26 14:20` in Asia/Shanghai. */
export function at(text: string): Instant {
  const found = parseIso(`${text.replace(' ', 'T')}:00+08:00`);
  if (found === null) throw new Error(`not an instant: ${text}`);
  return found;
}

/** `9:00-17:00` as minutes; `20:00-26:00` passes midnight. */
export function spans(text: string): Span[] {
  if (text === '') return [];
  return text.split(',').map((part) => {
    const numbers = part.split(/[:-]/).map(Number);
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = numbers;
    return [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  });
}

export function rule(text: string): DayRule {
  return text === '?' ? { kind: 'unknown' } : { kind: 'spans', spans: spans(text) };
}

/** Workdays, Saturday, Sunday; `?` = times unknown, empty = closed. */
export function week(work: string, saturday = work, sunday = saturday): Week {
  const day = rule(work);
  return [day, day, day, day, day, rule(saturday), rule(sunday)];
}

/** Closed but for one weekday, or `others` on the rest. */
export function oneDay(weekday: number, text: string, others = ''): Week {
  const day = (which: number) => rule(which === weekday ? text : others);
  return [day(0), day(1), day(2), day(3), day(4), day(5), day(6)];
}

export function weekly(days: Week, more: Partial<Hours> = {}): Hours {
  return { ...UNKNOWN_HOURS, base: { kind: 'weekly', week: days }, ...more };
}
