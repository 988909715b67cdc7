import { DAY_MINUTES, dateText, dayOf, instant, parseDate } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { DayRule, Exception, HolidayRule, Hours, HoursBase, Season, Span, Week } from './hours.ts';
import { clockText } from './hours-words.ts';
import { WEEKDAYS } from './week-line.ts';

/** Hours while somebody types them: times and days are texts that may not be right yet. */
export type SpanEdit = { readonly from: string; readonly to: string };
export type DayEdit = { readonly known: boolean; readonly spans: readonly SpanEdit[] };
export type SeasonEdit = { readonly from: string; readonly to: string; readonly days: readonly DayEdit[] };
export type ExceptionEdit = {
  readonly from: string;
  readonly to: string;
  readonly spans: readonly SpanEdit[];
  readonly reason: string;
};
export type HoursEdit = {
  readonly base: HoursBase['kind'];
  /** Monday first, always seven; kept while `base` is another, so that a wrong press loses nothing. */
  readonly days: readonly DayEdit[];
  readonly holidays: HolidayRule['kind'];
  readonly holidaySpans: readonly SpanEdit[];
  readonly seasons: readonly SeasonEdit[];
  readonly exceptions: readonly ExceptionEdit[];
  readonly raw: string | null;
};

const NO_DAY: DayEdit = { known: true, spans: [] };
const NO_DAYS: readonly DayEdit[] = WEEKDAYS.map(() => NO_DAY);

export function editOf(hours: Hours): HoursEdit {
  const { base, holidays, seasons, exceptions, raw } = hours;
  return {
    base: base.kind,
    days: base.kind === 'weekly' ? base.week.map(dayEdit) : NO_DAYS,
    holidays: holidays.kind,
    holidaySpans: holidays.kind === 'spans' ? holidays.spans.map(spanEdit) : [],
    seasons: seasons.map(({ from, to, week }) => ({ from, to, days: week.map(dayEdit) })),
    exceptions: exceptions.map(({ from, to, spans, reason }) => ({ from, to, reason, spans: spans.map(spanEdit) })),
    raw,
  };
}

function dayEdit(rule: DayRule): DayEdit {
  return rule.kind === 'unknown' ? { known: false, spans: [] } : { known: true, spans: rule.spans.map(spanEdit) };
}

/** `9:00` to `17:00`; an end at or before its beginning is on the next day, so `20:00` to `6:00` passes midnight. */
function spanEdit([from, to]: Span): SpanEdit {
  return { from: clockText(from), to: clockText(to > DAY_MINUTES ? to - DAY_MINUTES : to) };
}

/** The hours typed, or the first thing wrong, named by its path in `HoursEdit`: `hours.days.2.spans.0.to`. */
export function hoursOfEdit(edit: HoursEdit): Result<Hours> {
  const faults: Refusal[] = [];
  const note = (fault: Refusal): void => void faults.push(fault);
  const base = baseOfEdit(edit, note);
  const holidays: HolidayRule =
    edit.holidays === 'spans'
      ? { kind: 'spans', spans: spansOf(edit.holidaySpans, 'hours.holidaySpans', note) }
      : { kind: edit.holidays };
  const seasons = edit.seasons.map((season, i) => seasonOf(season, `hours.seasons.${i}`, note));
  const exceptions = edit.exceptions.map((one, i) => exceptionOf(one, `hours.exceptions.${i}`, note));
  const [fault] = faults;
  if (fault !== undefined) return refuse(fault);
  return ok({ base, holidays, seasons, exceptions, raw: edit.raw });
}

type Note = (fault: Refusal) => void;

function baseOfEdit(edit: HoursEdit, note: Note): HoursBase {
  return edit.base === 'weekly' ? { kind: 'weekly', week: weekOf(edit.days, 'hours.days', note) } : { kind: edit.base };
}

function weekOf(days: readonly DayEdit[], path: string, note: Note): Week {
  const on = (weekday: number): DayRule => {
    const day = days[weekday] ?? NO_DAY;
    if (!day.known) return { kind: 'unknown' };
    return { kind: 'spans', spans: spansOf(day.spans, `${path}.${weekday}.spans`, note) };
  };
  return [on(0), on(1), on(2), on(3), on(4), on(5), on(6)];
}

function spansOf(spans: readonly SpanEdit[], path: string, note: Note): Span[] {
  return spans.map(({ from, to }, i) => {
    const [begin, end] = [clockOf(from), clockOf(to)];
    if (begin === null || begin === DAY_MINUTES) note(badClock(`${path}.${i}.from`));
    else if (end === null) note(badClock(`${path}.${i}.to`));
    const start = begin ?? 0;
    const stop = end ?? 0;
    return [start, stop <= start ? stop + DAY_MINUTES : stop];
  });
}

function badClock(field: string): Refusal {
  return { kind: 'field-format', field, example: '8:30' };
}

/** Minutes of a clock time as typed: `9`, `9:00`, `0930`, `9：30`, `9点半`, `24:00`; null when it is none. */
export function clockOf(text: string): number | null {
  const plain = text
    .replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[：.。点时]/g, ':')
    .replace(/次日|分|\s/g, '')
    .replace(/半$/, '30')
    .replace(/:$/, '');
  const found = /^(\d{1,2})(?::(\d{1,2}))?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? '0')];
  const minutes = hour * 60 + minute;
  return minute < 60 && minutes <= DAY_MINUTES ? minutes : null;
}

function seasonOf({ from, to, days }: SeasonEdit, path: string, note: Note): Season {
  const [first, last] = [monthDayOf(from), monthDayOf(to)];
  if (first === null) note({ kind: 'field-format', field: `${path}.from`, example: '6月1日' });
  else if (last === null) note({ kind: 'field-format', field: `${path}.to`, example: '9月30日' });
  return { from: first ?? from, to: last ?? to, week: weekOf(days, `${path}.days`, note) };
}

/** `MM-DD` of `6-1`, `06-01`, `6月1日`, `6.1`; null when no year has that day. */
export function monthDayOf(text: string): string | null {
  const found = /^\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?\s*$/.exec(text);
  if (found === null) return null;
  const date = `${(found[1] ?? '').padStart(2, '0')}-${(found[2] ?? '').padStart(2, '0')}`;
  // A leap year has every day.
  return parseDate(`2024-${date}`) === null ? null : date;
}

function exceptionOf({ from, to, spans, reason }: ExceptionEdit, path: string, note: Note): Exception {
  const [first, last] = [parseDate(from), parseDate(to)];
  if (first === null) note({ kind: 'field-required', field: `${path}.from` });
  else if (last === null) note({ kind: 'field-required', field: `${path}.to` });
  else if (last < first) note({ kind: 'field-date-early', field: `${path}.to`, notBefore: from });
  if (reason.trim() === '') note({ kind: 'field-required', field: `${path}.reason` });
  const said = spansOf(spans, `${path}.spans`, note);
  return { from: dateText(first ?? NEVER), to: dateText(last ?? NEVER), spans: said, reason: reason.trim() };
}

/** Stands where a fault has been noted already. */
const NEVER = dayOf(instant(0));
