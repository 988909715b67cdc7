import {
  addDays,
  DAY_MINUTES,
  type DateText,
  type Day,
  dateText,
  dayOf,
  type Instant,
  minuteOf,
  parseDate,
  weekdayOf,
} from '../kernel/instant.ts';
import type { Span } from './hours.ts';
import type { Doubt } from './hours-day.ts';
import type { StationOpen } from './open.ts';
import type { Status } from './station.ts';

/** The words workers read about opening: short, 24-hour clock, no leading zero. Dates without a year where none is needed. */

const WEEKDAYS = '一二三四五六日';

export function weekdayWord(weekday: number): string {
  return `周${WEEKDAYS[weekday] ?? ''}`;
}

/** `9:00`; `24:00` at the end of a day; `次日 2:00` beyond it. */
export function clockText(minute: number): string {
  if (minute > DAY_MINUTES) return `次日 ${clockText(minute - DAY_MINUTES)}`;
  return `${Math.floor(minute / 60)}:${`${Math.floor(minute % 60)}`.padStart(2, '0')}`;
}

/** `9:00–12:00`, `20:00–次日 2:00`, `24 小时`. */
export function spanText([from, to]: Span): string {
  if (from === 0 && to === DAY_MINUTES) return '24 小时';
  return `${clockText(from)}–${clockText(to)}`;
}

/** `12月1日`. */
export function dayText(day: Day): string {
  const date = dateText(day);
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

/** `1月1日`, `1月1日至3日`, `9月30日至10月2日`. */
export function daysText(from: Day, to: Day): string {
  if (from === to) return dayText(from);
  const sameMonth = dateText(from).slice(0, 7) === dateText(to).slice(0, 7);
  return `${dayText(from)}至${sameMonth ? `${Number(dateText(to).slice(8))}日` : dayText(to)}`;
}

/** Half a year on, a date without its year is a riddle. */
const YEARLESS_DAYS = 180;

function farDayText(day: Day, today: Day): string {
  return day - today > YEARLESS_DAYS ? `${dateText(day).slice(0, 4)}年${dayText(day)}` : dayText(day);
}

/** `开到 18:00`, `开到 24:00`, `开到次日 2:00`, `开到周六 12:00`, `24 小时` (until null). */
export function untilText(until: Instant | null, at: Instant): string {
  if (until === null) return '24 小时';
  const today = dayOf(at);
  // Midnight is the end of the day that people mean.
  const midnight = minuteOf(until) === 0;
  const day = midnight ? addDays(dayOf(until), -1) : dayOf(until);
  const clock = midnight ? '24:00' : clockText(minuteOf(until));
  if (day === today) return `开到 ${clock}`;
  if (day === today + 1) return `开到次日 ${clock}`;
  return day - today <= 6 ? `开到${weekdayWord(weekdayOf(day))} ${clock}` : `开到${farDayText(day, today)} ${clock}`;
}

/** `今天 13:30 开门`, `明早 8:30 开门`, `明天 14:00 开门`, `周一 9:00 开门`, `12月7日 9:00 开门`, `开门时间不详` (null). */
export function opensText(opensAt: Instant | null, at: Instant): string {
  if (opensAt === null) return '开门时间不详';
  const today = dayOf(at);
  const day = dayOf(opensAt);
  const minute = minuteOf(opensAt);
  return `${openingDay(day, today, minute)} ${clockText(minute)} 开门`;
}

function openingDay(day: Day, today: Day, minute: number): string {
  if (day === today) return '今天';
  if (day === today + 1) return minute >= 5 * 60 && minute < 12 * 60 ? '明早' : '明天';
  return day - today <= 6 ? weekdayWord(weekdayOf(day)) : farDayText(day, today);
}

/** `还有 25 分钟`; a begun minute is not promised. */
export function remainText(until: Instant, at: Instant): string {
  return `还有 ${Math.max(0, Math.floor((until - at) / 60_000))} 分钟`;
}

/** How much time an open door leaves somebody `walkMinutes` away. */
export type Urgency = 'ample' | 'closing' | 'too-late';

const CLOSING_MINUTES = 30;
const SPARE_MINUTES = 10;

/** closing = 30 minutes or less, or less than the walk and 10 minutes; too-late = the walk takes longer than is left. */
export function urgencyOf(until: Instant | null, at: Instant, walkMinutes: number): Urgency {
  if (until === null) return 'ample';
  const left = (until - at) / 60_000;
  if (walkMinutes > left) return 'too-late';
  return left <= CLOSING_MINUTES || left < walkMinutes + SPARE_MINUTES ? 'closing' : 'ample';
}

/** The state in a word or two, and what follows from it. `detail` may be empty. */
export type OpenWords = { readonly word: string; readonly detail: string };

/** `walkMinutes` null = nobody is on the way: an open door is then closing by its minutes alone. */
export function openWords(open: StationOpen, at: Instant, walkMinutes: number | null): OpenWords {
  if (open.by === 'status') return statusWords(open.status, open.returnsOn, at);
  switch (open.state) {
    case 'open': {
      const urgency = urgencyOf(open.until, at, walkMinutes ?? 0);
      if (urgency === 'too-late') return { word: '走到就关门了', detail: untilText(open.until, at) };
      if (urgency === 'closing' && open.until !== null) return { word: '快关门', detail: remainText(open.until, at) };
      return { word: '开放中', detail: untilText(open.until, at) };
    }
    case 'closed':
      return { word: '已关门', detail: opensText(open.opensAt, at) };
    case 'unknown':
      return { word: '时间不详', detail: '先打电话问问' };
  }
}

const STATUS_WORDS: { readonly [status in Status]?: string } = {
  suspended: '暂停开放',
  retired: '已退出',
  merged: '已合并',
  relocated: '已迁走',
  abandoned: '未建成',
};

function statusWords(status: Status, returnsOn: DateText | null, at: Instant): OpenWords {
  const word = STATUS_WORDS[status] ?? '还没开放';
  const day = returnsOn === null ? null : parseDate(returnsOn);
  // A promise that has passed is not repeated.
  if (day === null || day < dayOf(at)) return { word, detail: '' };
  return { word, detail: `${farDayText(day, dayOf(at))}恢复` };
}

const DOUBT_WORDS: { readonly [doubt in Doubt]: string } = {
  calendar: '节假日安排未公布',
  holiday: '没写节假日开不开',
  unconfirmed: '未核实',
  old: '很久没核实',
};

export function doubtText(doubt: Doubt): string {
  return DOUBT_WORDS[doubt];
}
