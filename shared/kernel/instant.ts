import type { Brand } from './brand.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;
/** Whole days since 1970-01-01 as the calendar in Asia/Shanghai shows them. */
export type Day = Brand<number, 'Day'>;
/** 0 = Monday … 6 = Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
/** `YYYY-MM-DD`, a day in Asia/Shanghai. */
export type DateText = Brand<string, 'DateText'>;

/** China keeps one zone without summer time since 1991, so the offset is a constant. */
const SHANGHAI_OFFSET_MS = 8 * 3600_000;
const DAY_MS = 86_400_000;
export const DAY_MINUTES = 1440;

export function instant(ms: number): Instant {
  return ms as Instant;
}

export function dayOf(at: Instant): Day {
  return Math.floor((at + SHANGHAI_OFFSET_MS) / DAY_MS) as Day;
}

/** Minutes since midnight in Asia/Shanghai, with the seconds as a fraction. */
export function minuteOf(at: Instant): number {
  return (at + SHANGHAI_OFFSET_MS - dayOf(at) * DAY_MS) / 60_000;
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) as Weekday;
}

/** The instant at which `minute` (may exceed a day) of `day` begins in Asia/Shanghai. */
export function instantAt(day: Day, minute: number): Instant {
  return (day * DAY_MS - SHANGHAI_OFFSET_MS + minute * 60_000) as Instant;
}

export function dateText(day: Day): DateText {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as DateText;
}

/** The day of a `YYYY-MM-DD` text, or null when it is not a date that exists. */
export function parseDate(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms)) return null;
  const day = (ms / DAY_MS) as Day;
  return dateText(day) === text ? day : null;
}

/** ISO 8601 with the +08:00 offset, to the second: `2026-11-26T14:20:00+08:00`. */
export function isoText(at: Instant): string {
  return `${new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** The instant of an ISO 8601 text that names its offset, or null. */
export function parseIso(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  // Date.parse rolls a 30 February over into March.
  if (parseDate(text.slice(0, 10)) === null) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : (ms as Instant);
}
