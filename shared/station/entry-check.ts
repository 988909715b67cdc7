import { addDays, type DateText, type Day, dateText, parseDate } from '../kernel/instant.ts';
import type { FiguresRefusal } from '../kernel/refused-figures.ts';
import type { EntryBody, EntryKept, EntryKind } from './entry.ts';

type Fault = Extract<FiguresRefusal, { readonly kind: `entry-${string}` }>;

/** The most that is believed of each number. */
export const ENTRY_MOST = {
  looked: 500,
  findings: 50,
  people: 1_000_000,
  yuan: 1_000_000_000,
  participants: 1_000_000,
  count: 100_000,
  items: 1_000_000,
  /** Of the whole country in one entry. */
  workers: 100_000_000,
  /** Characters. */
  item: 100,
  title: 60,
  note: 300,
} as const;

/** Entries that are always of one station, and those that never are need no choice; the rest are of either. */
const OF_STATION: readonly EntryKind[] = ['inspection', 'visits', 'listing'];

const BY_YEAR: readonly EntryKind[] = ['funding', 'honour', 'reach'];

/** What an entry of a kind is of; its form calls the field of its day so. */
export function entryTerm(kind: EntryKind): 'day' | 'month' | 'year' {
  if (kind === 'visits') return 'month';
  return BY_YEAR.includes(kind) ? 'year' : 'day';
}

/** The day an entry of a kind stands under: the first of its month or year. */
export function entryDay(kind: EntryKind, day: DateText): DateText {
  const term = entryTerm(kind);
  if (term === 'month') return `${day.slice(0, 7)}-01` as DateText;
  return term === 'year' ? (`${day.slice(0, 4)}-01-01` as DateText) : day;
}

/** What is wrong with an entry, at the first field it is wrong with. `today` in Asia/Shanghai. */
export function entryFault(entry: EntryKept, today: Day): Fault | null {
  return (
    scopeFault(entry) ?? dayFault(entry, today) ?? longFault('note', entry.note, 'note') ?? bodyFault(entry, today)
  );
}

/**
 * What one station (or union) has once for a day: a provider's state, a month's people by a channel, a level's places, a year's
 * reach. Null: as often as it happens.
 */
export function entrySlot(entry: EntryKept): string | null {
  switch (entry.kind) {
    case 'visits':
      return entry.body.channel;
    case 'listing':
      return entry.body.provider;
    case 'honour':
      return entry.body.result === 'quota' ? `quota ${entry.body.level}` : entry.body.level;
    case 'reach':
      return 'year';
    default:
      return null;
  }
}

/** The last day by which findings of an inspection that nobody has put right yet are to be; null where nothing is open. */
export function openUntil(entry: EntryKept): DateText | null {
  if (entry.kind !== 'inspection') return null;
  const { findings, rectifyBy, rectifiedOn } = entry.body;
  return findings.length > 0 && rectifiedOn === null ? rectifyBy : null;
}

function scopeFault({ kind, station, body }: EntryKept): Fault | null {
  const isQuota = kind === 'honour' && 'result' in body && body.result === 'quota';
  if (isQuota) return station === null ? null : { kind: 'entry-not-of-station', field: 'station' };
  const needs = OF_STATION.includes(kind) || kind === 'honour';
  return needs && station === null ? { kind: 'entry-required', field: 'station' } : null;
}

const EARLIEST = '2016-01-01';

function dayFault({ kind, day }: EntryKept, today: Day): Fault | null {
  const on = parseDate(day);
  if (on === null || day < EARLIEST) return { kind: 'entry-early', field: 'day', of: EARLIEST };
  if (on > today) return { kind: 'entry-future', field: entryTerm(kind), day: dateText(today) };
  return null;
}

function bodyFault(entry: EntryKept, today: Day): Fault | null {
  switch (entry.kind) {
    case 'inspection':
      return inspectionFault(entry.body, entry.day, today);
    case 'visits':
      return visitsFault(entry.body, entry.day);
    case 'funding':
      return numberFault('yuan', entry.body.yuan, [0, ENTRY_MOST.yuan]);
    case 'activity':
      return activityFault(entry.body);
    case 'listing':
      return null;
    case 'honour':
      return honourFault(entry.body);
    case 'gift':
      return giftFault(entry.body);
    case 'reach':
      return wholeFault('workers', entry.body.workers, [0, ENTRY_MOST.workers]);
  }
}

function inspectionFault(body: EntryBody['inspection'], day: DateText, today: Day): Fault | null {
  const { looked, findings, rectifyBy, rectifiedOn } = body;
  const fault = wholeFault('looked', looked, [1, ENTRY_MOST.looked]);
  if (fault !== null) return fault;
  if (findings.length > looked) return { kind: 'entry-above', field: 'findings', of: 'looked' };
  for (const { item } of findings) {
    if (item.trim() === '') return { kind: 'entry-required', field: 'finding' };
    const long = longFault('finding', item, 'item');
    if (long !== null) return long;
  }
  if (findings.length === 0) {
    return rectifyBy === null && rectifiedOn === null ? null : { kind: 'entry-required', field: 'findings' };
  }
  if (rectifyBy !== null && rectifyBy < day) return { kind: 'entry-early', field: 'rectifyBy', of: day };
  if (rectifiedOn !== null && rectifiedOn < day) return { kind: 'entry-early', field: 'rectifiedOn', of: day };
  if (rectifiedOn !== null && rectifiedOn > dateText(today)) {
    return { kind: 'entry-future', field: 'rectifiedOn', day: dateText(today) };
  }
  return null;
}

function visitsFault({ days, people }: EntryBody['visits'], day: DateText): Fault | null {
  const fault = wholeFault('days', days, [0, daysInMonth(day)]);
  if (fault !== null) return fault;
  for (const [occupation, count] of Object.entries(people)) {
    const wrong = wholeFault(occupation, count, [0, ENTRY_MOST.people]);
    if (wrong !== null) return wrong;
  }
  const came = Object.values(people).some((count) => count > 0);
  return came && days === 0 ? { kind: 'entry-number', field: 'days', min: 1, max: daysInMonth(day) } : null;
}

/** Days of the month that a day is in. */
export function daysInMonth(day: DateText): number {
  const first = parseDate(`${day.slice(0, 7)}-01`);
  if (first === null) return 31;
  return Number(dateText(addDays(first, 31)).slice(8)) === 1 ? 31 : 32 - Number(dateText(addDays(first, 31)).slice(8));
}

function activityFault({ title, participants, joined }: EntryBody['activity']): Fault | null {
  if (title.trim() === '') return { kind: 'entry-required', field: 'title' };
  return (
    longFault('title', title, 'title') ??
    wholeFault('participants', participants, [0, ENTRY_MOST.participants]) ??
    wholeFault('joined', joined, [0, ENTRY_MOST.participants]) ??
    (joined > participants ? { kind: 'entry-above', field: 'joined', of: 'participants' } : null)
  );
}

function honourFault({ result, count }: EntryBody['honour']): Fault | null {
  return wholeFault('count', count, result === 'quota' ? [0, ENTRY_MOST.count] : [1, 1]);
}

function giftFault({ items, yuan }: EntryBody['gift']): Fault | null {
  return (
    wholeFault('items', items, [0, ENTRY_MOST.items]) ??
    (yuan === null ? null : numberFault('yuan', yuan, [0, ENTRY_MOST.yuan]))
  );
}

type Range = readonly [min: number, max: number];

function wholeFault(field: string, value: number, range: Range): Fault | null {
  const [min, max] = range;
  return Number.isInteger(value) ? numberFault(field, value, range) : { kind: 'entry-number', field, min, max };
}

/** To the cent at the most. */
function numberFault(field: string, value: number, [min, max]: Range): Fault | null {
  const isFit = value >= min && value <= max && Math.round(value * 100) / 100 === value;
  return isFit ? null : { kind: 'entry-number', field, min, max };
}

function longFault(field: string, text: string | null, most: 'item' | 'title' | 'note'): Fault | null {
  const max = ENTRY_MOST[most];
  return text !== null && text.length > max ? { kind: 'entry-long', field, max } : null;
}
