import { dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import type { Hours } from '../../../shared/station/hours.ts';
import { baseOn, type Doubt } from '../../../shared/station/hours-day.ts';
import { weekLine } from '../../../shared/station/week-line.ts';

/** All of the hours in one line, where there is no room or no need for a table: `周一至周五 8:30–17:30；周六、周日不开`. */
export function hoursLine(hours: Hours, now: Instant): string {
  const base = baseOn(hours, dayOf(now));
  switch (base.kind) {
    case 'always':
      return '每天 24 小时';
    case 'weekly':
      return weekLine(base.week);
    case 'unknown':
      return hours.raw === null ? '没人写过几点开，先打电话问问' : '写法看不准，先打电话问问';
  }
}

/** Why an answer may be wrong. What the calendar leaves open is said beside the days it touches. */
export const DOUBT_WORDS: { readonly [doubt in Doubt]: string | null } = {
  calendar: null,
  holiday: '赶上节假日，没说开不开。',
  unconfirmed: '开放时间还没人核实过。',
  old: '开放时间半年多没核实了。',
};
