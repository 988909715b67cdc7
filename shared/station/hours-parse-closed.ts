import type { Weekday } from '../kernel/instant.ts';
import { endClause, fail, freshClause, type Reader, say } from './hours-parse-reader.ts';
import type { DaysToken } from './hours-parse-tokens.ts';

export function endExcept(reader: Reader): void {
  if (reader.exceptFor === null) return;
  if (reader.exceptFor.length === 0) fail(reader);
  else say(reader, reader.exceptFor, { kind: 'closed' });
  reader.exceptFor = null;
}

export function readClosed(reader: Reader): void {
  const { clause } = reader;
  const wholeDay = reader.before?.kind === 'all-day' && clause.spans.length === 1;
  if (reader.before?.kind === 'others') {
    // 其余时间关闭 says only after a season what was not so anyway.
    if (reader.leftSeason) say(reader, [], { kind: 'closed' });
  } else if (reader.before?.kind === 'span') {
    takeBreak(reader);
  } else if (clause.days.length === 0 || (clause.spans.length > 0 && !wholeDay)) {
    fail(reader);
  } else {
    say(reader, clause.days, { kind: 'closed' });
    reader.clause = freshClause();
  }
}

/** 其余时间: the days, and the part of the year, that were not spoken of. */
export function readOthers(reader: Reader): void {
  endClause(reader);
  reader.leftSeason = reader.season !== null;
  reader.season = null;
  reader.clause = freshClause(reader.leftSeason ? reader.seasonDays : []);
}

/** 8:00-17:00，12:00-13:30休息: the last span is cut out of the one it lies in. */
export function takeBreak(reader: Reader): void {
  const pause = reader.clause.spans.pop();
  for (const clause of [reader.clause, ...[...reader.outer].reverse()]) {
    const index = clause.spans.findIndex(([from, to]) => pause !== undefined && from < pause[0] && pause[1] < to);
    const around = clause.spans[index];
    if (around === undefined || pause === undefined) continue;
    clause.spans.splice(index, 1, [around[0], pause[0]], [pause[1], around[1]]);
    return;
  }
  fail(reader);
}

/** 周一至周五、节假日除外: after a whole working week only what is named last is meant; 周末、节假日除外 means both. */
export function readWithout(reader: Reader): void {
  const { days, spans } = reader.clause;
  const last = days[days.length - 1];
  if (last === undefined || spans.length > 0) {
    fail(reader);
    return;
  }
  const others = days.slice(0, -1);
  const week = new Set(others.flatMap((token) => token.days)).size >= 5;
  say(reader, week ? [last] : days, { kind: 'closed' });
  reader.clause = freshClause(week ? others : []);
}

export function readSame(reader: Reader): void {
  const { days, spans } = reader.clause;
  if (spans.length > 0) {
    // 8:00-20:00 无休 speaks of holidays; 周一至周五 9:00-17:00 无休 of nobody knows what.
    if (days.every((token) => token.days.length === 7)) say(reader, [HOLIDAYS], { kind: 'usual' });
    else fail(reader);
    return;
  }
  say(reader, days.length > 0 ? days.map(withHolidays) : [HOLIDAYS], { kind: 'usual' });
  reader.clause = freshClause();
}

/** 全年无休 includes holidays. */
function withHolidays(token: DaysToken): DaysToken {
  return token.every ? { ...token, holidays: true } : token;
}

const NO_DAYS: readonly Weekday[] = [];
const HOLIDAYS: DaysToken = { kind: 'days', days: NO_DAYS, holidays: true, work: false, every: false };
