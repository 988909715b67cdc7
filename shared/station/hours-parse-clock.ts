import type { Span } from './hours.ts';

/** Which half of the day a word beside a clock time names. */
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'night';

/**
 * A clock time as written. `bare`: a number without 点 or minutes. `padded`: two digits beginning with 0, the mark of
 * a 24-hour clock. `small`: 凌晨 or 午夜, the small hours, where 12 is the beginning of a day.
 */
export type Clock = {
  readonly hour: number;
  readonly minute: number;
  readonly part: DayPart | null;
  readonly nextDay: boolean;
  readonly bare: boolean;
  readonly padded: boolean;
  readonly small: boolean;
};

/** Shorter spans are years, floors or slips of the pen. */
const SHORTEST = 15;

/**
 * The span of two times, or null when they can be read in more than one way.
 *
 * A night without 次日 is believed [dec] when it begins at 17:00 or later, or ends at midnight, or ends by 04:00 and is
 * written on a 24-hour clock. `9:00-5:00` is left alone: it may be meant for the afternoon.
 */
export function spanOf(start: Clock, end: Clock): Span | null {
  const from = minuteOfClock(start, start.part);
  if (from === null || start.nextDay || from >= 1440) return null;
  if (start.bare && end.bare && start.part === null && end.part === null && (start.hour < 5 || end.hour < 10))
    return null;
  const inherited =
    end.part === null && !end.nextDay && end.hour <= 12 ? minuteOfClock(end, laterPart(start.part)) : null;
  if (inherited !== null && inherited > from) return checked(from, inherited);
  const to = minuteOfClock(end, end.part);
  if (to === null) return null;
  if (end.nextDay) return to >= 1440 ? null : checked(from, to + 1440);
  if (to > from) return checked(from, to);
  return isNight(from, to, { start, end }) ? checked(from, to + 1440) : null;
}

function checked(from: number, to: number): Span | null {
  return to - from >= SHORTEST && to - from <= 1440 ? [from, to] : null;
}

/** 下午2:00-5:30: the end lies in the half the beginning names, when that half has hours left. */
function laterPart(part: DayPart | null): DayPart | null {
  return part === 'afternoon' || part === 'night' ? part : null;
}

function isNight(from: number, to: number, clocks: { readonly start: Clock; readonly end: Clock }): boolean {
  if (from === 0 && to === 0) return false; // 00:00-00:00 is how a form says nothing.
  if (to === 0) return true;
  if (clocks.end.small) return true;
  if (clocks.end.part === 'morning') return from >= 720;
  return from >= 17 * 60 || (to <= 240 && (from >= 720 || clocks.end.padded));
}

function minuteOfClock(clock: Clock, part: DayPart | null): number | null {
  const hour = hourOf(clock, part);
  if (hour === null || clock.minute > 59 || hour * 60 + clock.minute > 1440) return null;
  return hour * 60 + clock.minute;
}

function hourOf({ hour, nextDay, small }: Clock, part: DayPart | null): number | null {
  if (hour > 24) return null;
  if (small) return hour === 12 ? 0 : hour <= 6 ? hour : null;
  switch (part) {
    case null:
      return hour;
    case 'morning':
      return hour <= 12 ? hour : null;
    case 'noon':
      if (hour >= 11 && hour <= 14) return hour;
      return hour === 1 || hour === 2 ? hour + 12 : null;
    case 'afternoon':
      if (hour >= 12 && hour < 24) return hour;
      return hour >= 1 ? hour + 12 : null;
    case 'night':
      if (hour >= 13) return hour;
      if (hour === 12) return 24;
      if (hour >= 5) return hour + 12;
      return nextDay ? hour : null;
  }
}

const CHINESE_DIGITS = '零一二三四五六七八九';

/** 八 8, 十二 12, 二十 20, 二十三 23; null when it is no number up to 99. */
export function chineseNumber(text: string): number | null {
  const plain = text.replace('两', '二').replace('〇', '零');
  const match = /^([一二三四五六七八九]?)(十?)([零一二三四五六七八九]?)$/.exec(plain);
  if (match === null || plain === '') return null;
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') return tens === '' || ones === '' ? CHINESE_DIGITS.indexOf(tens + ones) : null;
  return (tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : CHINESE_DIGITS.indexOf(ones));
}
