import { addDays, type Day } from '../kernel/instant.ts';
import type { Hours, HoursBase, Season } from './hours.ts';
import { baseOn, sameRule } from './hours-day.ts';
import { dayText } from './hours-words.ts';
import { WEEKDAYS, weekLine } from './week-line.ts';

/** A year and a day: every season begins and ends once within it. */
const SEASON_SIGHT_DAYS = 366;

/** What is in force today and what follows: `last` is the last day of it. */
export type SeasonChange = { readonly last: Day; readonly next: HoursBase; readonly text: string };

/** The next day on which another week comes into force, as a sentence; null when the week never changes. */
export function nextSeason(hours: Hours, today: Day): SeasonChange | null {
  if (hours.seasons.length === 0) return null;
  const base = baseOn(hours, today);
  for (let ahead = 1; ahead <= SEASON_SIGHT_DAYS; ahead++) {
    const first = addDays(today, ahead);
    const next = baseOn(hours, first);
    if (sameBase(base, next)) continue;
    const last = addDays(first, -1);
    return { last, next, text: changeText(hours, { today, first, last, next }) };
  }
  return null;
}

type Change = { readonly today: Day; readonly first: Day; readonly last: Day; readonly next: HoursBase };

/** `夏季时间到9月30日，10月1日起：每天 9:00–17:00。`, `这个时间用到11月14日，11月15日起是冬季时间：…`. */
function changeText(hours: Hours, { today, first, last, next }: Change): string {
  const now = seasonName(hours, today);
  const then = seasonName(hours, first);
  const until = now === null ? `这个时间用到${dayText(last)}` : `${now}时间到${dayText(last)}`;
  return `${until}，${dayText(first)}起${then === null ? '' : `是${then}时间`}：${baseText(next)}。`;
}

function baseText(base: HoursBase): string {
  switch (base.kind) {
    case 'always':
      return '24 小时';
    case 'unknown':
      return '时间没写';
    case 'weekly':
      return weekLine(base.week);
  }
}

/** 夏季 covers July, 冬季 January; a season that covers both or neither has no name people would know. */
function seasonName(hours: Hours, day: Day): string | null {
  const base = baseOn(hours, day);
  const season = hours.seasons.find(({ week }) => base.kind === 'weekly' && base.week === week);
  if (season === undefined) return null;
  const summer = covers(season, '07-15');
  const winter = covers(season, '01-15');
  if (summer === winter) return null;
  return summer ? '夏季' : '冬季';
}

function covers({ from, to }: Season, date: string): boolean {
  return from <= to ? from <= date && date <= to : from <= date || date <= to;
}

function sameBase(a: HoursBase, b: HoursBase): boolean {
  if (a.kind !== 'weekly' || b.kind !== 'weekly') return a.kind === b.kind;
  return WEEKDAYS.every((weekday) => sameRule(a.week[weekday], b.week[weekday]));
}
