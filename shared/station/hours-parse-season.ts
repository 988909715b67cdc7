/** `MM-DD` inclusive, as in the model. */
export type SeasonToken = { readonly kind: 'season'; readonly from: string; readonly to: string };

/**
 * Summer and winter without dates [dec]: 1 May to 30 September and the rest of the year, the change of working hours
 * most offices in China keep.
 */
const SUMMER = { from: '05-01', to: '09-30' };
const WINTER = { from: '10-01', to: '04-30' };

const MONTH_DAYS =
  '(\\d{1,2})月(?:(\\d{1,2})[日号]?)? *(?:至|到|[-~]+) *(?:次年|翌年|第二年|来年)?(\\d{1,2})月(?:(\\d{1,2})[日号]?)?';
const DATES = `(?:${MONTH_DAYS}|(\\d{1,2}) *(?:至|到|[-~]) *(\\d{1,2})月)`;
const SEASON = new RegExp(
  `(?:(夏季|夏令时|夏天|夏(?=[:( \\d]))|(冬季|冬令时|冬天|冬(?=[:( \\d]))) *(?:作息|开放)?(?:时间)?(?: *(?:\\( *${DATES} *\\)|${DATES}))?`,
  'y',
);
const DATED = new RegExp(`\\(? *${DATES}(?! *\\d*[日号]) *\\)?`, 'y');

/** Most characters cannot begin a season, so it is not tried there. */
const STARTS = /[夏冬(\d]/;

/** A named or dated season at a place in the text, with its length, or null. */
export function seasonAt(text: string, at: number): { readonly token: SeasonToken; readonly length: number } | null {
  if (!STARTS.test(text[at] ?? '')) return null;
  const named = matchAt(SEASON, text, at);
  if (named !== null) {
    const dates = datesOf(named.slice(3, 9)) ?? datesOf(named.slice(9, 15));
    const dated = named.slice(3).some((group) => group !== undefined);
    if (dated && dates === null) return null;
    return {
      token: { kind: 'season', ...(dates ?? (named[1] === undefined ? WINTER : SUMMER)) },
      length: named[0].length,
    };
  }
  const match = matchAt(DATED, text, at);
  const dates = match === null ? null : datesOf(match.slice(1, 7));
  return match === null || dates === null ? null : { token: { kind: 'season', ...dates }, length: match[0].length };
}

/** Of a leap year. */
export const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function datesOf(groups: readonly (string | undefined)[]): { from: string; to: string } | null {
  const [fromMonth, fromDay, toMonth, toDay, shortFrom, shortTo] = groups;
  const first = Number(fromMonth ?? shortFrom);
  const last = Number(toMonth ?? shortTo);
  const from = monthDay(first, Number(fromDay ?? 1));
  const to = monthDay(last, Number(toDay ?? MONTH_LENGTHS[last - 1]));
  return from === null || to === null ? null : { from, to };
}

function monthDay(month: number, day: number): string | null {
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined || !(day >= 1 && day <= length)) return null;
  return `${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
}

/** A sticky pattern tried at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
