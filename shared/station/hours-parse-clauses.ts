import { endExcept, readClosed, readOthers, readSame, readWithout, takeBreak } from './hours-parse-closed.ts';
import { joinClocks } from './hours-parse-join.ts';
import { endClause, fail, freshClause, type Item, type Reader, type Statement, say } from './hours-parse-reader.ts';
import type { SeasonToken } from './hours-parse-season.ts';
import type { DaysToken, Token } from './hours-parse-tokens.ts';

export type Reading = { readonly statements: readonly Statement[]; readonly unread: readonly string[] };

export function readClauses(tokens: readonly Token[]): Reading {
  const reader: Reader = {
    statements: [],
    unread: [],
    outer: [],
    seasons: [],
    clause: freshClause(),
    season: null,
    seasonDays: [],
    leftSeason: false,
    exceptFor: null,
    pauseNext: false,
    before: null,
  };
  for (const item of joinClocks(tokens)) {
    readItem(reader, item);
    reader.before = item;
  }
  while (reader.outer.length > 0) closeBracket(reader);
  endExcept(reader);
  endClause(reader);
  if (reader.pauseNext || reader.seasons.some((season) => !reader.statements.some((each) => each.season === season))) {
    fail(reader); // A break or a season without times: 8:00-19:00(夏季) names it too late.
  }
  return { statements: reader.statements, unread: reader.unread };
}

function readItem(reader: Reader, item: Item): void {
  if (reader.exceptFor !== null && item.kind !== 'days' && item.kind !== 'outside') endExcept(reader);
  if (reader.pauseNext && item.kind !== 'span') fail(reader);
  switch (item.kind) {
    case 'days':
      readDays(reader, item);
      break;
    case 'span':
      reader.clause.spans.push(item.span);
      if (reader.pauseNext) takeBreak(reader);
      break;
    case 'season':
      readSeason(reader, item);
      break;
    case 'unread':
      reader.unread.push(item.text);
      break;
    case 'open':
      reader.outer.push(reader.clause);
      reader.clause = freshClause();
      break;
    case 'close':
      closeBracket(reader);
      break;
    case 'strong':
      if (reader.clause.days.length > 0 && reader.clause.spans.length === 0) endClause(reader);
      break;
    default:
      readWord(reader, item.kind);
  }
  reader.pauseNext = item.kind === 'break' && reader.before?.kind !== 'span';
}

type WordKind = 'all-day' | 'opens' | 'closed' | 'break' | 'without' | 'except' | 'outside' | 'same' | 'others';

function readWord(reader: Reader, kind: WordKind): void {
  switch (kind) {
    case 'all-day':
      if (reader.before?.kind !== 'all-day') reader.clause.spans.push([0, 1440]);
      break;
    case 'opens':
      reader.clause.opens = true;
      break;
    case 'closed':
      readClosed(reader);
      break;
    case 'break':
      if (reader.before?.kind === 'span') takeBreak(reader);
      break;
    case 'without':
      readWithout(reader);
      break;
    case 'except':
      reader.exceptFor = [];
      break;
    case 'outside':
      if (reader.exceptFor === null) fail(reader);
      endExcept(reader);
      break;
    case 'same':
      readSame(reader);
      break;
    case 'others':
      readOthers(reader);
  }
}

function readDays(reader: Reader, token: DaysToken): void {
  if (reader.exceptFor !== null) {
    reader.exceptFor.push(token);
    return;
  }
  if (reader.clause.spans.length > 0 || reader.clause.opens) endClause(reader);
  reader.clause.days.push(token);
}

/** Days named before the first season hold for all seasons: 周一至周五 夏季… 冬季…. */
function readSeason(reader: Reader, token: SeasonToken): void {
  const { clause } = reader;
  if (clause.days.length > 0 && clause.spans.length === 0 && !clause.opens) reader.seasonDays = clause.days;
  else endClause(reader);
  // (夏季)8:00-19:00(冬季)8:30-18:00: the bracket ends what was said before it.
  for (const outer of reader.outer)
    if (outer.spans.length > 0) say(reader, outer.days, { kind: 'spans', spans: outer.spans.splice(0) });
  reader.season = token;
  reader.seasons.push(token);
  reader.clause = freshClause(reader.seasonDays);
}

function closeBracket(reader: Reader): void {
  const inner = reader.clause;
  const outer = reader.outer.pop();
  if (outer === undefined) return; // The opening bracket belonged to a season's dates.
  if (inner.days.length > 0 && inner.spans.length > 0) {
    endClause(reader);
  } else if (inner.days.length > 0) {
    if (outer.days.length > 0 && dayList(outer.days) !== dayList(inner.days)) fail(reader);
    outer.days.push(...inner.days);
    reader.clause = outer;
    // 10:00-22:00(周一至周四)，10:00-23:00(周五至周日): days after their times end what they speak of.
    if (outer.spans.length > 0) endClause(reader);
    return;
  } else if (inner.spans.length > 0) {
    if (outer.spans.length === 0) outer.spans.push(...inner.spans);
    else fail(reader);
  }
  outer.opens = outer.opens || inner.opens;
  reader.clause = outer;
}

function dayList(tokens: readonly DaysToken[]): string {
  const days = new Set(tokens.flatMap((token) => token.days));
  return [...days].sort().join() + tokens.some((token) => token.holidays);
}
