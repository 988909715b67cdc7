import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DateText, parseDate } from '../../../shared/kernel/instant.ts';
import type { CalendarYear, StatutoryDay } from '../../../shared/station/calendar.ts';
import { checkCalendarYear } from '../../../shared/station/hours-calendar-check.ts';
import { dataRoot } from '../regions/read.ts';

/** What is shipped: the years whose notice is out, and the statutory days after them. A fault in our own files throws. */
export function loadCalendar(data: string = dataRoot()): {
  readonly years: readonly CalendarYear[];
  readonly statutory: readonly StatutoryDay[];
} {
  const folder = join(data, 'calendar');
  const years = readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort()
    .map((name) => readYear(join(folder, name)));
  return { years, statutory: readStatutory(join(folder, 'statutory.json')) };
}

function readYear(path: string): CalendarYear {
  const year = checkCalendarYear(JSON.parse(readFileSync(path, 'utf8')));
  if (!year.ok) throw new Error(`${path}: ${JSON.stringify(year.refusal)}`);
  return year.value;
}

function readStatutory(path: string): readonly StatutoryDay[] {
  const file: { readonly statutory?: unknown } = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(file.statutory)) throw new Error(`${path}: names no statutory days`);
  return file.statutory.map((day: { readonly name?: unknown; readonly date?: unknown }) => {
    if (typeof day.name !== 'string' || !isDate(day.date)) throw new Error(`${path}: not a statutory day`);
    return { name: day.name, date: day.date };
  });
}

function isDate(value: unknown): value is DateText {
  return typeof value === 'string' && parseDate(value) !== null;
}
