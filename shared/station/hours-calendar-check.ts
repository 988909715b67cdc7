import { addDays, type DateText, type Day, dateText, parseDate, type Weekday } from '../kernel/instant.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { type CalendarYear, isWeekend } from './calendar.ts';

/**
 * A year's notice as an operator's file holds it: the JSON of `CalendarYear`, nothing more.
 * Beyond the shape it must make sense: runs in order and without overlap, inside the year (a new-year run may begin
 * in the last week of December before), make-up workdays on weekend days that are no holiday, standing for Monday to Friday.
 */
export function checkCalendarYear(value: unknown): Result<CalendarYear> {
  if (!isRecord(value)) return refuse({ kind: 'field-type', field: 'calendar', expected: 'object' });
  const { year } = value;
  if (typeof year !== 'number' || !Number.isInteger(year)) {
    return refuse({ kind: 'field-type', field: 'year', expected: 'integer' });
  }
  if (year < 1999 || year > 2199) return refuse({ kind: 'field-range', field: 'year', min: 1999, max: 2199 });
  const holidays = checkHolidays(value.holidays, year);
  if (!holidays.ok) return holidays;
  const workdays = checkWorkdays(value.workdays, year, holidays.value);
  if (!workdays.ok) return workdays;
  const extra = Object.keys(value).find((key) => !FIELDS.includes(key));
  if (extra !== undefined) return refuse({ kind: 'field-choice', field: extra, allowed: FIELDS });
  return ok({ year, holidays: holidays.value.map((run) => run.given), workdays: workdays.value });
}

const FIELDS: readonly string[] = ['year', 'holidays', 'workdays'];

type Run = { readonly given: CalendarYear['holidays'][number]; readonly from: Day; readonly to: Day };
type Bounds = { readonly field: string; readonly first: Day; readonly last: Day };

function checkHolidays(value: unknown, year: number): Result<readonly Run[]> {
  if (!Array.isArray(value)) return refuse({ kind: 'field-type', field: 'holidays', expected: 'array' });
  if (value.length === 0) return refuse({ kind: 'field-required', field: 'holidays' });
  const runs: Run[] = [];
  let first = dayIn(year - 1, '12-25');
  for (const [i, item] of value.entries()) {
    const run = checkRun(item, { field: `holidays.${i}`, first, last: dayIn(year, '12-31') });
    if (!run.ok) return run;
    runs.push(run.value);
    first = addDays(run.value.to, 1);
  }
  return ok(runs);
}

function checkRun(item: unknown, bounds: Bounds): Result<Run> {
  const { field } = bounds;
  if (!isRecord(item)) return refuse({ kind: 'field-type', field, expected: 'object' });
  const { name } = item;
  if (typeof name !== 'string' || name.trim() === '') return refuse({ kind: 'field-required', field: `${field}.name` });
  if (name.length > 20) return refuse({ kind: 'field-length', field: `${field}.name`, max: 20 });
  const from = checkDate(item.from, { ...bounds, field: `${field}.from` });
  if (!from.ok) return from;
  const to = checkDate(item.to, { ...bounds, field: `${field}.to`, first: from.value });
  if (!to.ok) return to;
  return ok({ given: { name, from: dateText(from.value), to: dateText(to.value) }, from: from.value, to: to.value });
}

function checkWorkdays(value: unknown, year: number, runs: readonly Run[]): Result<CalendarYear['workdays']> {
  if (!Array.isArray(value)) return refuse({ kind: 'field-type', field: 'workdays', expected: 'array' });
  const workdays: { date: DateText; standsFor: Weekday }[] = [];
  let first = dayIn(year - 1, '12-25');
  for (const [i, item] of value.entries()) {
    const field = `workdays.${i}`;
    if (!isRecord(item)) return refuse({ kind: 'field-type', field, expected: 'object' });
    const date = checkDate(item.date, { field: `${field}.date`, first, last: dayIn(year, '12-31') });
    if (!date.ok) return date;
    const day = date.value;
    if (!isWeekend(day) || runs.some((run) => run.from <= day && day <= run.to)) {
      return refuse({ kind: 'field-format', field: `${field}.date`, example: '休息的周六或周日' });
    }
    const { standsFor } = item;
    if (!isWorkday(standsFor)) return refuse({ kind: 'field-range', field: `${field}.standsFor`, min: 0, max: 4 });
    workdays.push({ date: dateText(day), standsFor });
    first = addDays(day, 1);
  }
  return ok(workdays);
}

function checkDate(value: unknown, { field, first, last }: Bounds): Result<Day> {
  if (typeof value !== 'string') return refuse({ kind: 'field-type', field, expected: 'YYYY-MM-DD' });
  const day = parseDate(value);
  if (day === null) return refuse({ kind: 'field-format', field, example: dateText(first) });
  // Dates compare as text, so the example names the first one that would do.
  if (day < first || day > last) {
    return refuse({ kind: 'field-format', field, example: `${dateText(first)} – ${dateText(last)}` });
  }
  return ok(day);
}

function dayIn(year: number, monthDay: string): Day {
  const day = parseDate(`${year}-${monthDay}`);
  if (day === null) throw new Error(`no such day ${year}-${monthDay}`);
  return day;
}

function isWorkday(value: unknown): value is Weekday {
  return value === 0 || value === 1 || value === 2 || value === 3 || value === 4;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
