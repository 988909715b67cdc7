import {
  type Day,
  dayOf,
  type Instant,
  minuteOf,
  parseDate,
  type Weekday,
  weekdayOf,
} from '../../../shared/kernel/instant.ts';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const DAY_MS = 86_400_000;

export function weekdayText(weekday: Weekday): string {
  return WEEKDAYS[weekday];
}

/** `8:30`; minutes of a day, 1440 is `24:00`. */
export function clockText(minute: number): string {
  const whole = Math.floor(minute);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

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

/** `2026年3月`: how a past month is said when the day does not matter. */
export function monthWords(text: string): string {
  const day = parseDate(text);
  if (day === null) return text;
  const date = new Date(day * DAY_MS);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
}

function dayPart(minute: number): string {
  if (minute < 6 * 60) return '明天凌晨';
  if (minute < 12 * 60) return '明早';
  return minute < 18 * 60 ? '明天' : '明晚';
}

/** A coming time: `13:30` today, `明早 8:30`, `周一 9:00`, `12月1日 9:00`. */
export function comingText(at: Instant, now: Instant): string {
  const days = dayOf(at) - dayOf(now);
  const time = timeText(at);
  if (days <= 0) return time;
  if (days === 1) return `${dayPart(minuteOf(at))} ${time}`;
  if (days < 7) return `${weekdayText(weekdayOf(dayOf(at)))} ${time}`;
  return `${dayText(dayOf(at), dayOf(now))} ${time}`;
}

/** The end of opening: `18:00`, `24:00` at midnight, `次日 2:00`, else the day with it. */
export function untilText(at: Instant, now: Instant): string {
  const days = dayOf(at) - dayOf(now);
  if (days === 0) return timeText(at);
  if (days === 1 && minuteOf(at) === 0) return '24:00';
  return days === 1 ? `次日 ${timeText(at)}` : comingText(at, now);
}

/** Joins a time to what follows with the thin gap digits want: `今天 9:40 存的`, `12 天前存的`. */
export function followed(text: string, after: string): string {
  return /\d$/.test(text) ? `${text} ${after}` : `${text}${after}`;
}

/** A past time: `今天 9:40`, `昨天 18:10`, `12 天前`. */
export function pastText(at: Instant, now: Instant): string {
  const days = dayOf(now) - dayOf(at);
  if (days <= 0) return `今天 ${timeText(at)}`;
  return days === 1 ? `昨天 ${timeText(at)}` : `${days} 天前`;
}
