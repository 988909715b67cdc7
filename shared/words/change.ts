import { type Hours, UNKNOWN_HOURS } from '../station/hours.ts';
import { sameRule } from '../station/hours-day.ts';
import { weekdayWord } from '../station/hours-words.ts';
import { metresMoved } from '../station/moved.ts';
import { ruleText, WEEKDAYS } from '../station/week-line.ts';
import { fieldName } from './field.ts';
import { baseText, holidayText, isHours, isRecord, UNWRITTEN, valueText } from './value.ts';

/**
 * One thing that changed, in words. `field`: its path in the record, `amenities.water`; `before` and `after` as people read them.
 * `note`: what the two do not show, above all how far a point moved.
 */
export type Changed = {
  readonly field: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly note: string | null;
};

type Loose = { readonly [field: string]: unknown };

/** Fields nobody set out to change: they follow from the step itself. */
const FOLLOWING: readonly string[] = ['rev', 'id'];

/** What differs between two states of a record, of which each may hold some fields only: one line for each thing. */
export function changesBetween(before: Loose | null, after: Loose): readonly Changed[] {
  return Object.keys(after).flatMap((field) => {
    if (FOLLOWING.includes(field) || same(before?.[field], after[field])) return [];
    return fieldChanges(field, before?.[field] ?? null, after[field] ?? null);
  });
}

/** Written or not, of the same value or not; `undefined` and null are both "nothing". */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function fieldChanges(field: string, before: unknown, after: unknown): readonly Changed[] {
  if (field === 'amenities' || field === 'access' || field === 'lodging') return partChanges(field, before, after);
  if (field === 'hours') return hoursChanges(before, after);
  return [line(field, before, after)];
}

function line(field: string, before: unknown, after: unknown): Changed {
  const last = field.slice(field.lastIndexOf('.') + 1);
  return {
    field,
    name: fieldName(field),
    before: valueText(last, before),
    after: valueText(last, after),
    note: moved(before, after),
  };
}

/** `移了 32 米`. */
function moved(before: unknown, after: unknown): string | null {
  const metres = metresMoved(before, after);
  return metres === null ? null : `移了 ${Math.round(metres)} 米`;
}

function partChanges(field: string, before: unknown, after: unknown): readonly Changed[] {
  const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const parts = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((part) => !same(was[part], is[part]));
  return parts.map((part) => {
    const name = field === 'access' ? fieldName(part) : fieldName(`${field}.${part}`);
    const said = { ...line(`${field}.${part}`, was[part] ?? null, is[part] ?? null), name };
    // A facility nobody wrote about is one nobody knows about.
    return field === 'amenities' ? { ...said, before: known(said.before), after: known(said.after) } : said;
  });
}

function known(text: string): string {
  return text === UNWRITTEN ? '不清楚' : text;
}

function hoursChanges(before: unknown, after: unknown): readonly Changed[] {
  const was = isHours(before) ? before : UNKNOWN_HOURS;
  const is = isHours(after) ? after : UNKNOWN_HOURS;
  const parts: readonly Changed[] = [
    ...weekChanges(was, is),
    said('hours.holidays', [holidayText(was.holidays), holidayText(is.holidays)]),
    said('hours.seasons', [seasonsText(was), seasonsText(is)]),
    said('hours.exceptions', [exceptionsText(was), exceptionsText(is)]),
    said('hours.raw', [was.raw ?? UNWRITTEN, is.raw ?? UNWRITTEN]),
  ];
  return parts.filter((part) => part.before !== part.after);
}

function said(field: string, [before, after]: readonly [string, string], name = fieldName(field)): Changed {
  return { field, name, before, after, note: null };
}

/** Day by day where both are weeks, else as one line. */
function weekChanges(was: Hours, is: Hours): readonly Changed[] {
  const [old, now] = [was.base, is.base];
  if (old.kind !== 'weekly' || now.kind !== 'weekly') {
    return [said('hours.week', [baseText(old), baseText(now)], fieldName('week'))];
  }
  const days = WEEKDAYS.filter((day) => !sameRule(old.week[day], now.week[day]));
  if (days.length > 2) return [said('hours.week', [baseText(old), baseText(now)], fieldName('week'))];
  return days.map((day) =>
    said(`hours.week.${day}`, [ruleText(old.week[day]), ruleText(now.week[day])], weekdayWord(day)),
  );
}

function seasonsText({ seasons }: Hours): string {
  return seasons.length === 0 ? '没有' : partsOf({ ...UNKNOWN_HOURS, seasons });
}

function exceptionsText({ exceptions }: Hours): string {
  return exceptions.length === 0 ? '没有' : partsOf({ ...UNKNOWN_HOURS, exceptions });
}

function partsOf(hours: Hours): string {
  return valueText('hours', hours).replace('时间不详；', '');
}
