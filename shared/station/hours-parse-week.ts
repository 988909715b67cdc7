import type { DayRule, HolidayRule, Hours, HoursBase, Season, Span, Week } from './hours.ts';
import type { Statement } from './hours-parse-reader.ts';
import { MONTH_LENGTHS, type SeasonToken } from './hours-parse-season.ts';

type Said = Omit<Hours, 'raw'>;

/** The hours that statements make together, or null when they contradict each other. */
export function hoursOfStatements(statements: readonly Statement[]): Said | null {
  if (statements.length === 0) return null;
  const holidays = holidayRule(statements);
  if (holidays === null) return null;
  const plain = statements.filter((each) => each.season === null);
  const seasons = seasonsOf(statements);
  if (seasons === null) return null;
  const plainWeek = plain.some((each) => each.says.kind !== 'usual' && !isAboutHolidaysOnly(each))
    ? weekOf(plain)
    : undefined;
  if (plainWeek === null) return null;
  if (plainWeek !== undefined) return simplest({ base: baseOf(plainWeek), holidays, seasons, exceptions: [] });
  const last = seasons[seasons.length - 1];
  if (last === undefined) return { base: { kind: 'unknown' }, holidays, seasons, exceptions: [] };
  // Where seasons fill the year the last one is the base, so that an "unknown" base never stands for nothing.
  return fillsTheYear(seasons)
    ? { base: baseOf(last.week), holidays, seasons: seasons.slice(0, -1), exceptions: [] }
    : { base: { kind: 'unknown' }, holidays, seasons, exceptions: [] };
}

function isAboutHolidaysOnly({ days }: Statement): boolean {
  return days.length > 0 && days.every((token) => token.holidays && token.days.length === 0);
}

function baseOf(week: Week): HoursBase {
  return week.every((rule) => rule.kind === 'unknown') ? { kind: 'unknown' } : { kind: 'weekly', week };
}

/** Around the clock on seven days is `always`; what was unsaid about holidays then says itself. */
function simplest(said: Said): Said {
  const { base, holidays, seasons } = said;
  if (base.kind !== 'weekly' || seasons.length > 0) return said;
  if (holidays.kind === 'closed' || holidays.kind === 'spans') return said;
  return base.week.every(isWholeDay) ? { ...said, base: { kind: 'always' }, holidays: { kind: 'same' } } : said;
}

function isWholeDay(rule: DayRule): boolean {
  const only = rule.kind === 'spans' && rule.spans.length === 1 ? rule.spans[0] : undefined;
  return only !== undefined && only[0] === 0 && only[1] >= 1439;
}

/**
 * Holidays as stated; else 工作日 leaves them out, 每天 and 24小时 (naming no days) include them, and anything else
 * says nothing about them.
 */
function holidayRule(statements: readonly Statement[]): HolidayRule | null {
  let found: HolidayRule | null = null;
  for (const { days, says } of statements) {
    if (!days.some((token) => token.holidays)) continue;
    const rule = holidayOf(says);
    if (rule === null || (found !== null && JSON.stringify(found) !== JSON.stringify(rule))) return null;
    found = rule;
  }
  if (found !== null) return found;
  if (statements.some(({ days }) => days.some((token) => token.work))) return { kind: 'closed' };
  return statements.some(({ days }) => days.some((token) => token.every)) ? { kind: 'same' } : { kind: 'unknown' };
}

function holidayOf(says: Statement['says']): HolidayRule | null {
  switch (says.kind) {
    case 'closed':
      return { kind: 'closed' };
    case 'usual':
      return { kind: 'same' };
    case 'unknown':
      return { kind: 'unknown' };
    case 'spans':
      return inOrder(says.spans) ? { kind: 'spans', spans: says.spans } : null;
  }
}

/** Spans as clerks write them: one after the other. Out of order is 12-hour time or a slip, so nobody knows. */
function inOrder(spans: readonly Span[]): boolean {
  const first = spans[0];
  const last = spans[spans.length - 1];
  if (first === undefined || last === undefined || last[1] > first[0] + 1440) return false;
  return spans.every((span, i) => i === 0 || span[0] > (spans[i - 1]?.[1] ?? 0));
}

/** Seven rules, or null on contradiction: two statements about one weekday, or two about the rest. */
function weekOf(statements: readonly Statement[]): Week | null {
  const named = new Map<number, DayRule>();
  const general: DayRule[] = [];
  let usual = false;
  for (const { days, says } of statements) {
    const weekdays = new Set(days.flatMap((token) => token.days));
    if (says.kind === 'usual') {
      usual = usual || weekdays.size > 0;
      continue;
    }
    if (isAboutHolidaysOnly({ season: null, days, says })) continue;
    if (says.kind === 'spans' && !inOrder(says.spans)) return null;
    const rule: DayRule =
      says.kind === 'unknown' ? { kind: 'unknown' } : { kind: 'spans', spans: says.kind === 'spans' ? says.spans : [] };
    if (weekdays.size === 7 || days.length === 0) {
      general.push(rule);
      continue;
    }
    // 9:00-17:00 周一至周五 10:00-16:00: the days may belong to the times before them.
    if (general.length > 0 && says.kind === 'spans' && weekdays.size > 3) return null;
    for (const weekday of weekdays) {
      if (named.has(weekday)) return null;
      named.set(weekday, rule);
    }
  }
  // 周末照常 needs other days to be like; two general statements contradict each other.
  if (general.length > 1 || (usual && general.length === 0)) return null;
  const open = [...named.values()].some((rule) => rule.kind === 'unknown' || rule.spans.length > 0);
  const rest: DayRule = general[0] ?? (open ? { kind: 'spans', spans: [] } : { kind: 'unknown' });
  const on = (weekday: number): DayRule => named.get(weekday) ?? rest;
  // A day named beside times for all, without times of its own: neither open as the rest nor closed was said.
  if (general.length > 0 && [...named.values()].some((rule) => rule.kind === 'unknown')) return null;
  return [on(0), on(1), on(2), on(3), on(4), on(5), on(6)];
}

function seasonsOf(statements: readonly Statement[]): readonly Season[] | null {
  const tokens = new Map<string, SeasonToken>();
  for (const { season } of statements) if (season !== null) tokens.set(`${season.from} ${season.to}`, season);
  const seasons: Season[] = [];
  for (const { from, to } of tokens.values()) {
    const own = statements.filter(({ season }) => season?.from === from && season.to === to);
    if (!own.some((each) => each.says.kind !== 'usual' && !isAboutHolidaysOnly(each))) continue;
    const week = weekOf(own);
    if (week === null) return null;
    seasons.push({ from, to, week });
  }
  return overlap(seasons) || !sameDays(statements) ? null : seasons;
}

/**
 * 夏季8:00-18:00，冬季8:30-17:30，周日休息: whether days named in one season only hold in the others too is unsure,
 * so every season, and what is said outside them, must name the same days.
 */
function sameDays(statements: readonly Statement[]): boolean {
  const named = new Map<string, string[]>();
  for (const each of statements) {
    if (isAboutHolidaysOnly(each) || isRestOfYear(each)) continue;
    const key = each.season === null ? '' : `${each.season.from} ${each.season.to}`;
    const days = [...new Set(each.days.flatMap((token) => token.days))].sort().join('') || '0123456';
    named.set(key, [...(named.get(key) ?? []), days]);
  }
  return named.size < 2 || new Set([...named.values()].map((list) => list.sort().join())).size === 1;
}

/** 夏季9:00-18:00，其余时间关闭. */
function isRestOfYear({ season, days, says }: Statement): boolean {
  return season === null && days.length === 0 && says.kind === 'closed';
}

/** Days of a leap year, counted as month × 31 + day; gaps for days no month has are filled. */
function covered(seasons: readonly Season[]): readonly number[] {
  const times = new Array<number>(12 * 31).fill(0);
  const index = (text: string) => (Number(text.slice(0, 2)) - 1) * 31 + Number(text.slice(3)) - 1;
  for (const { from, to } of seasons) {
    const first = index(from);
    const last = index(to) === index(lastOfMonth(to)) ? (Number(to.slice(0, 2)) - 1) * 31 + 30 : index(to);
    for (let i = 0; i < times.length; i++) {
      const inside = first <= last ? first <= i && i <= last : i >= first || i <= last;
      if (inside) times[i] = (times[i] ?? 0) + 1;
    }
  }
  return times;
}

function lastOfMonth(text: string): string {
  const month = Number(text.slice(0, 2));
  // 2月28日 is the end of February to whoever writes a table of hours.
  return `${text.slice(0, 2)}-${text === '02-28' ? 28 : (MONTH_LENGTHS[month - 1] ?? 31)}`;
}

function overlap(seasons: readonly Season[]): boolean {
  return covered(seasons).some((times) => times > 1);
}

function fillsTheYear(seasons: readonly Season[]): boolean {
  return covered(seasons).every((times) => times > 0);
}
