import type { Span } from './hours.ts';
import type { SeasonToken } from './hours-parse-season.ts';
import type { DaysToken, Token } from './hours-parse-tokens.ts';

/**
 * One thing a text says. No `days` = it named none, so it speaks of every day not spoken of otherwise. `unknown`: open,
 * at times not given; `usual`: like the other days (照常).
 */
export type Statement = {
  readonly season: SeasonToken | null;
  readonly days: readonly DaysToken[];
  readonly says:
    | { readonly kind: 'spans'; readonly spans: readonly Span[] }
    | { readonly kind: 'closed' | 'unknown' | 'usual' };
};

/** What is being read: the days named so far and the times given for them. */
export type Clause = { days: DaysToken[]; spans: Span[]; opens: boolean };
/**
 * `exceptFor`: between 除 and 外 (or after 不含) days are named that are closed. `pauseNext`: 午休 was said, its times
 * follow. `outer`: clauses a bracket interrupts. `leftSeason`: 其余时间 was said of the year, not of the week.
 */
export type Reader = {
  readonly statements: Statement[];
  readonly unread: string[];
  readonly outer: Clause[];
  readonly seasons: SeasonToken[];
  clause: Clause;
  season: SeasonToken | null;
  seasonDays: readonly DaysToken[];
  leftSeason: boolean;
  exceptFor: DaysToken[] | null;
  pauseNext: boolean;
  before: Item | null;
};
export type Item =
  | Exclude<Token, { kind: 'clock' | 'to' | 'weak' | 'none' }>
  | { readonly kind: 'span'; readonly span: Span };

/** The words were known, what they say together was not. */
export const NOT_UNDERSTOOD = '';

export function freshClause(days: readonly DaysToken[] = []): Clause {
  return { days: [...days], spans: [], opens: false };
}

export function fail(reader: Reader): void {
  reader.unread.push(NOT_UNDERSTOOD);
}

export function say(reader: Reader, days: readonly DaysToken[], says: Statement['says']): void {
  reader.statements.push({ season: reader.season, days, says });
}

export function endClause(reader: Reader): void {
  const { days, spans } = reader.clause;
  if (spans.length > 0) say(reader, days, { kind: 'spans', spans });
  else if (days.length > 0) {
    // 8:00-18:00 节假日: only then, or then as well?
    if (!reader.clause.opens && days.some((token) => token.holidays) && reader.statements.length > 0) fail(reader);
    const only = reader.statements.length === 1 ? reader.statements[0] : undefined;
    // 9:00-17:00 周一至周五: the days follow the only times there are.
    if (!reader.clause.opens && only?.says.kind === 'spans' && only.days.length === 0) {
      reader.statements[0] = { ...only, days };
    } else say(reader, days, { kind: 'unknown' });
  }
  reader.clause = freshClause();
}
