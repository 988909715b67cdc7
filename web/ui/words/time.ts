import { type Day, dayOf, type Instant, minuteOf, parseDate } from '../../../shared/kernel/instant.ts';
import { clockText } from '../../../shared/station/hours-words.ts';

const DAY_MS = 86_400_000;

export function timeText(at: Instant): string {
  return clockText(minuteOf(at));
}

/** `12月1日`, with the year when it is not this one. */
export function dayText(day: Day, today: Day): string {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const here = new Date(today * DAY_MS).getUTCFullYear();
  return `${year === here ? '' : `${year}年`}${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

/** A `YYYY-MM-DD` of the record as people say it; a text that is no date is shown as it stands. */
export function dateWords(text: string, today: Day): string {
  const day = parseDate(text);
  return day === null ? text : dayText(day, today);
}

/** `2018年3月9日`: the year belongs to it, however near. */
export function wholeDate(text: string): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return date === null ? text : `${date[1]}年${Number(date[2])}月${Number(date[3])}日`;
}

/** `2026年3月`: how a past month is said when the day does not matter. */
export function monthWords(text: string): string {
  const day = parseDate(text);
  if (day === null) return text;
  const date = new Date(day * DAY_MS);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
}

/** Joins a time to what follows with the thin gap digits want: `今天 9:40 存的`, `12 天前存的`. */
export function followed(text: string, after: string): string {
  return /\d$/.test(text) ? `${text} ${after}` : `${text}${after}`;
}

/** The same gap in front: `用的是 12 天前`. */
export function led(before: string, text: string): string {
  return /^\d/.test(text) ? `${before} ${text}` : `${before}${text}`;
}

/** A past time: `今天 9:40`, `昨天 18:10`, `12 天前`. */
export function pastText(at: Instant, now: Instant): string {
  const days = dayOf(now) - dayOf(at);
  if (days <= 0) return `今天 ${timeText(at)}`;
  return days === 1 ? `昨天 ${timeText(at)}` : `${days} 天前`;
}
