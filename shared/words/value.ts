import type { AmenityFact } from '../station/amenity.ts';
import { parseCode, spacedCode } from '../station/code.ts';
import type { HolidayRule, Hours, HoursBase, Span } from '../station/hours.ts';
import { spanText, weekdayWord } from '../station/hours-words.ts';
import { spansSaid, weekLine } from '../station/week-line.ts';
import {
  ACCESS_WORDS,
  AMENITY_STATE_WORDS,
  BUILD_WORDS,
  CONTACT_ROLE_WORDS,
  DATUM_WORDS,
  ENTRANT_WORDS,
  EXIT_TASK_WORDS,
  HONOUR_WORDS,
  HOST_TYPE_WORDS,
  KIND_WORDS,
  OPERATION_WORDS,
  ORIGIN_WORDS,
  POINT_METHOD_WORDS,
  STATUS_WORDS,
  TIER_WORDS,
  VERIFIED_WORDS,
} from './station.ts';

/** What stands where nothing was written. */
export const UNWRITTEN = '没写';

const CODED: { readonly [field: string]: { readonly [code: string]: string } } = {
  kind: KIND_WORDS,
  status: STATUS_WORDS,
  tier: TIER_WORDS,
  build: BUILD_WORDS,
  operation: OPERATION_WORDS,
  hostType: HOST_TYPE_WORDS,
  origin: ORIGIN_WORDS,
  verified: VERIFIED_WORDS,
  pointMethod: POINT_METHOD_WORDS,
  modes: ACCESS_WORDS,
  whoMayEnter: ENTRANT_WORDS,
  crs: { ...DATUM_WORDS, unknown: '没说是哪种坐标' },
  level: HONOUR_WORDS,
  task: EXIT_TASK_WORDS,
  role: CONTACT_ROLE_WORDS,
};
const CODES: readonly string[] = ['code', 'predecessor', 'successor'];
const DATES: readonly string[] = ['ratedOn', 'validTo', 'contractFrom', 'contractTo', 'verifiedOn', 'openedOn', 'due'];
const YES_NO: { readonly [field: string]: readonly [yes: string, no: string] } = {
  needsApp: ['要装', '不用装'],
  free: ['免费', '要收费'],
};
const UNITS: { readonly [field: string]: string } = { area: '平方米', toiletMetres: '米', stars: '星', beds: '张' };

/** A field of a station as people read it; `value` as the record or its history holds it. Never an identifier. */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return UNWRITTEN;
  if (typeof value === 'string') return textOf(field, value);
  if (field === 'stars' && value === 0) return '没评';
  if (typeof value === 'number') return UNITS[field] === undefined ? `${value}` : `${value} ${UNITS[field]}`;
  if (typeof value === 'boolean') return (YES_NO[field] ?? ['是', '否'])[value ? 0 : 1];
  if (Array.isArray(value)) return listText(field, value);
  return isRecord(value) ? recordText(field, value) : UNWRITTEN;
}

function textOf(field: string, value: string): string {
  const words = CODED[field];
  if (words !== undefined) return words[value] ?? value;
  if (DATES.includes(field)) return dateText(value);
  const code = CODES.includes(field) ? parseCode(value) : null;
  return code?.ok === true ? spacedCode(code.value) : value;
}

/** `2026年11月1日`; a text that is no date stays as it is. */
export function dateText(text: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found === null ? text : `${found[1]}年${Number(found[2])}月${Number(found[3])}日`;
}

function listText(field: string, list: readonly unknown[]): string {
  if (list.length === 0) return UNWRITTEN;
  if (field === 'photos') return `${list.length} 张`;
  return list.map((one) => (isRecord(one) ? recordText(field, one) : valueText(field, one))).join('、');
}

function recordText(field: string, value: Loose): string {
  if (isHours(value)) return hoursLines(value).join('；');
  if (isFact(value)) return factText(value);
  const { lng, lat, crs, name, spans, level, year, document, reason, since, until, startsOn, endsOn, beds }: Loose =
    value;
  if (typeof lng === 'number' && typeof lat === 'number') {
    const pair = `${lng.toFixed(6)}, ${lat.toFixed(6)}`;
    return typeof crs === 'string' ? `${pair}（${valueText('crs', crs)}）` : pair;
  }
  if (typeof level === 'string') {
    return [`${String(year)} 年${valueText('level', level)}`, document].filter((part) => part).join(' ');
  }
  if (typeof startsOn === 'string') return `${dates(startsOn, endsOn)}，${String(beds)} 张床`;
  if (typeof since === 'string') return noteText(reason, until);
  if (typeof name === 'string' && Array.isArray(spans)) return stopText(name, spans);
  return field === 'access' ? '有改动' : '有内容';
}

type Loose = { readonly [key: string]: unknown };

function dates(from: unknown, to: unknown): string {
  return `${dateText(String(from))}至${dateText(String(to))}`;
}

function noteText(reason: unknown, until: unknown): string {
  const text = typeof reason === 'string' && reason !== '' ? reason : '没写原因';
  return typeof until === 'string' ? `${text}，到${dateText(until)}` : text;
}

function stopText(name: string, spans: readonly unknown[]): string {
  const said = spans.flatMap((stay) => {
    if (!isRecord(stay) || typeof stay.weekday !== 'number' || !isSpan(stay.span)) return [];
    return [`${weekdayWord(stay.weekday)} ${spanText(stay.span)}`];
  });
  return said.length === 0 ? name : `${name}（${said.join('，')}）`;
}

/** `有`, `坏了，在修：要等配件（2026年11月1日确认）`. */
export function factText({ state, note, confirmedOn }: AmenityFact): string {
  const said = note === null || note === '' ? AMENITY_STATE_WORDS[state] : `${AMENITY_STATE_WORDS[state]}：${note}`;
  return confirmedOn === null ? said : `${said}（${dateText(confirmedOn)}确认）`;
}

/** The whole of the hours in lines: the week, holidays, seasons, exceptions. */
export function hoursLines(hours: Hours): readonly string[] {
  const { base, holidays, seasons, exceptions, raw } = hours;
  return [
    baseText(base, raw),
    ...(base.kind === 'unknown' ? [] : [holidayText(holidays)]),
    ...seasons.map(({ from, to, week }) => `${seasonText(from, to)} ${weekLine(week)}`),
    ...exceptions.map(({ from, to, spans, reason }) => `${exceptionDays(from, to)}${spansSaid(spans)}（${reason}）`),
  ];
}

export function baseText(base: HoursBase, raw: string | null = null): string {
  switch (base.kind) {
    case 'always':
      return '每天 24 小时';
    case 'weekly':
      return weekLine(base.week);
    case 'unknown':
      return raw === null ? '时间不详' : `时间不详，原文：${raw}`;
  }
}

export function holidayText(holidays: HolidayRule): string {
  switch (holidays.kind) {
    case 'same':
      return '节假日照常';
    case 'closed':
      return '节假日关闭';
    case 'as-weekend':
      return '节假日同周末';
    case 'unknown':
      return '没写节假日开不开';
    case 'spans':
      return `节假日 ${spansSaid(holidays.spans)}`;
  }
}

/** `6月1日至9月30日`. */
export function seasonText(from: string, to: string): string {
  const day = (text: string) => `${Number(text.slice(0, 2))}月${Number(text.slice(3))}日`;
  return `${day(from)}至${from > to ? '次年' : ''}${day(to)}`;
}

function exceptionDays(from: string, to: string): string {
  return from === to ? dateText(from) : dates(from, to);
}

export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of our own records and their history, which hold nothing else under such keys. */
export function isHours(value: unknown): value is Hours {
  return isRecord(value) && isRecord(value.base) && isRecord(value.holidays) && Array.isArray(value.seasons);
}

export function isFact(value: unknown): value is AmenityFact {
  return isRecord(value) && typeof value.state === 'string' && value.state in AMENITY_STATE_WORDS;
}

function isSpan(value: unknown): value is Span {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
}
