import type { Weekday } from '../kernel/instant.ts';
import { type Clock, chineseNumber, type DayPart } from './hours-parse-clock.ts';
import { matchAt, type SeasonToken, seasonAt } from './hours-parse-season.ts';

/** Days a word names. `every` = 每天 and the like, `work` = 工作日, `holidays` = public holidays. */
export type DaysToken = {
  readonly kind: 'days';
  readonly days: readonly Weekday[];
  readonly holidays: boolean;
  readonly work: boolean;
  readonly every: boolean;
};
type Word =
  | 'to'
  | 'all-day'
  | 'opens'
  | 'closed'
  | 'except'
  | 'outside'
  | 'without'
  | 'break'
  | 'same'
  | 'others'
  | 'none';
type Sign = 'weak' | 'strong' | 'open' | 'close';
export type Token =
  | DaysToken
  | SeasonToken
  | { readonly kind: 'clock'; readonly clock: Clock }
  | { readonly [K in Word | Sign]: { readonly kind: K } }[Word | Sign]
  | { readonly kind: 'unread'; readonly text: string };

const PARTS: readonly (readonly [RegExp, DayPart])[] = [
  [/^(凌晨|清晨|早晨|早上|早间|上午|早|朝|午夜|am)$/, 'morning'],
  [/^(中午|午间|正午)$/, 'noon'],
  [/^(下午|午后|pm)$/, 'afternoon'],
  [/^(傍晚|晚上|晚间|夜间|夜晚|夜里|晚|夜)$/, 'night'],
];
const PART = '凌晨|清晨|早晨|早上|早间|上午|早|朝|午夜|中午|午间|正午|下午|午后|傍晚|晚上|晚间|夜间|夜晚|夜里|晚|夜';
const NUMERAL = '[零〇一二两三四五六七八九十]{1,3}';
const CLOCK = new RegExp(
  `(次日|第二天|翌日|隔日|隔天|明日)? *(${PART})?[: ]*(?:(\\d{1,2}):(\\d{2})(?::\\d{2})?(?!\\d)` +
    `|(\\d{1,2}|${NUMERAL})[点时](?!间)(?:(\\d{1,2})(?!:|\\d)分?|(半|一刻|三刻|整|钟))?` +
    `|(\\d{1,2})\\.(\\d{2})(?![\\d.])|(\\d{2})(\\d{2})(?!\\d)|(\\d{1,2})(?!\\d)|(${NUMERAL}(?!月)))(?: *(am|pm))?`,
  'y',
);
const DAY = '[一二三四五六日天](?![点时十])';
const PREFIX = '(?:每?(?:周|星期|礼拜))';
const DAY_RANGE = new RegExp(
  `${PREFIX}(${DAY}|[1-7]) *(?:至|到|[-~]+) *(?:${PREFIX}(${DAY}|[1-7])|(${DAY}|[1-7](?![\\d:点时.])))`,
  'y',
);
const DAY_LIST = new RegExp(`${PREFIX}(?:${DAY}|[1-7])(?:[、,及和与 ]*(?:${PREFIX}(?:${DAY}|[1-7])|${DAY}))*`, 'y');
const ALL_DAY: readonly (readonly [RegExp, Word])[] = [
  [/全天候?|(?:7 ?[*x×] ?)?(?:24|二十四) ?个?(?:小时|h(?:ours?|rs?)?)/y, 'all-day'],
];
const WORDS: readonly (readonly [RegExp, Word])[] = [
  ...ALL_DAY,
  [/(?:其余|其它|其他)(?:时间|日期|时段)?/y, 'others'],
  [/除外|除去?外/y, 'without'],
  [/不含|不包括|不包含/y, 'except'],
  [/除了?/y, 'except'],
  [/(?:以|之)?外/y, 'outside'],
  [/照常(?:开放|营业)?|正常(?:开放|营业|服务)|不休息?|无休|不打烊/y, 'same'],
  [/午休|午间休息|中午休息/y, 'break'],
  [
    /休息|休馆|闭馆|闭站|关闭|关门|不对?外?开放|不开门?|不营业|停止(?:开放|营业|服务)|歇业|停业|放假|公休|休(?!闲)/y,
    'closed',
  ],
  [/(?:对外|免费|开放|营业|服务|工作|上班|办公|接待)*(?:时间段?|时段)(?:为|是)?/y, 'none'],
  [/对外|免费|自助|其中|均为?|都|[:为是"']/y, 'none'],
  [/开放|营业|服务|开门/y, 'opens'],
  [/至|到|[-~]+/y, 'to'],
];
const MARKS: { readonly [mark: string]: Token['kind'] } = {
  '(': 'open',
  ')': 'close',
  ';': 'strong',
  '。': 'strong',
  '\n': 'strong',
};

/** Reads what it knows and keeps the rest as `unread`; `text` is in plain form, `original` has the same length. */
export function tokensOf(text: string, original: string): Token[] {
  const tokens: Token[] = [];
  let unreadFrom = -1;
  let at = 0;
  const flush = () => {
    if (unreadFrom >= 0) tokens.push({ kind: 'unread', text: original.slice(unreadFrom, at) });
    unreadFrom = -1;
  };
  while (at < text.length) {
    const found = tokenAt(text, at);
    if (found === null) {
      if (unreadFrom < 0) unreadFrom = at;
      at += 1;
      continue;
    }
    flush();
    if (found.token.kind !== 'none') tokens.push(found.token);
    at += found.length;
  }
  flush();
  return tokens;
}

type Found = { readonly token: Token; readonly length: number };

function tokenAt(text: string, at: number): Found | null {
  const mark = text[at] ?? '';
  const season = seasonAt(text, at);
  if (season !== null) return season;
  const kind = MARKS[mark];
  if (kind !== undefined && isBareKind(kind)) return { token: { kind }, length: 1 };
  if (' ,、/&|和及与'.includes(mark)) return { token: { kind: 'weak' }, length: 1 };
  const digit = /\d/.test(mark);
  const days = digit && !text.startsWith('365天', at) ? null : daysAt(text, at);
  // 24小时 before the clock, which would take the 24.
  return days ?? wordAt(text, at, digit ? ALL_DAY : WORDS) ?? clockAt(text, at);
}

function wordAt(text: string, at: number, words: readonly (readonly [RegExp, Word])[]): Found | null {
  for (const [pattern, word] of words) {
    const match = matchAt(pattern, text, at);
    if (match !== null) return { token: { kind: word }, length: match[0].length };
  }
  return null;
}

function isBareKind(kind: Token['kind']): kind is 'open' | 'close' | 'strong' {
  return kind === 'open' || kind === 'close' || kind === 'strong';
}

function daysToken(days: readonly Weekday[], more: Partial<DaysToken> = {}): DaysToken {
  return { kind: 'days', days, holidays: false, work: false, every: false, ...more };
}

const ALL: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const NAMED_DAYS: readonly (readonly [RegExp, DaysToken])[] = [
  [/非工作日/y, daysToken([5, 6], { holidays: true })],
  [/(?:法定)?工作日/y, daysToken([0, 1, 2, 3, 4], { work: true })],
  [/周末|双休日/y, daysToken([5, 6])],
  [/每天|每日|天天|全周|一周七天|(?:全年|一年|常年)?365天|全年|常年/y, daysToken(ALL, { every: true })],
  [/(?:国家|国定)?(?:法定)?(?:节假日|节日|假日)|法定假期/y, daysToken([], { holidays: true })],
];

function daysAt(text: string, at: number): Found | null {
  for (const [pattern, token] of NAMED_DAYS) {
    const match = matchAt(pattern, text, at);
    if (match !== null) return { token, length: match[0].length };
  }
  const range = matchAt(DAY_RANGE, text, at);
  if (range !== null) {
    const from = weekdayOfChar(range[1] ?? '');
    const to = weekdayOfChar(range[2] ?? range[3] ?? '');
    // 周六至周二 runs over the end of the week.
    const days = ALL.filter((day) => (from <= to ? from <= day && day <= to : day >= from || day <= to));
    return { token: daysToken(days), length: range[0].length };
  }
  const list = matchAt(DAY_LIST, text, at);
  if (list === null) return null;
  const named = [...list[0].replace(/[周星期礼拜每]/g, '')].filter((char) => /[一二三四五六日天1-7]/.test(char));
  const days = ALL.filter((day) => named.some((char) => weekdayOfChar(char) === day));
  return { token: daysToken(days), length: list[0].length };
}

function weekdayOfChar(char: string): number {
  const index = '一二三四五六日'.indexOf(char === '天' ? '日' : char);
  return index >= 0 ? index : Number(char) - 1;
}

function clockAt(text: string, at: number): Found | null {
  const match = matchAt(CLOCK, text, at);
  if (match === null) return null;
  const [whole, next, part, h1, m1, h2, m2, words, h3, m3, h4, m4, h5, h6, half] = match;
  const hourText = h1 ?? h2 ?? h3 ?? h4 ?? h5 ?? h6 ?? '';
  const hour = /^\d/.test(hourText) ? Number(hourText) : chineseNumber(hourText);
  // 早九晚五: a numeral alone is an hour only after a word for the part of the day.
  if (hour === null || (h6 !== undefined && part === undefined)) return null;
  const clock: Clock = {
    hour,
    minute: Number(m1 ?? m2 ?? m3 ?? m4 ?? MINUTE_WORDS[words ?? ''] ?? 0),
    part: partOf(part ?? half),
    nextDay: next !== undefined,
    bare: h5 !== undefined || h6 !== undefined,
    padded: hourText.length === 2 && hourText[0] === '0',
    small: part === '凌晨' || part === '午夜',
  };
  return { token: { kind: 'clock', clock }, length: whole.length };
}

const MINUTE_WORDS: { readonly [word: string]: number } = { 半: 30, 一刻: 15, 三刻: 45 };

function partOf(word: string | undefined): DayPart | null {
  return PARTS.find(([pattern]) => pattern.test(word ?? ''))?.[1] ?? null;
}
