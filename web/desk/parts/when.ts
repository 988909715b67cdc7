import { type Day, dateText, dayOf, type Instant, parseDate } from '../../../shared/kernel/instant.ts';
import { agoText } from '../../ui/words/fresh.ts';
import { pastText, timeText, wholeDate } from '../../ui/words/time.ts';
import { numberText } from './number-text.ts';

/** `今天 14:20`, `昨天 9:05`, `3 天前`, `2 个月前`. */
export function whenText(at: Instant, now: Instant): string {
  const [day, today] = [dayOf(at), dayOf(now)];
  return today - day <= 1 ? pastText(at, now) : agoText(day, today);
}

/** `2026年11月26日 14:20`. */
export function exactText(at: Instant): string {
  return `${wholeDate(dateText(dayOf(at)))} ${timeText(at)}`;
}

/** How long until a day, `YYYY-MM-DD`: `剩 4 天`, `今天到期`, `已超 3 天`. */
export function dueText(on: string, today: Day): string {
  const day = parseDate(on);
  if (day === null) return on;
  const left = day - today;
  if (left === 0) return '今天到期';
  return left > 0 ? `剩 ${numberText(left)} 天` : `已超 ${numberText(-left)} 天`;
}
