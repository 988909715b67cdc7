import { gcj02 } from '../../shared/geo/point.ts';
import { AMENITIES, type Amenities, type AmenityFact, type AmenityState } from '../../shared/station/amenity.ts';
import type {
  DayRule,
  Exception,
  HolidayRule,
  Hours,
  HoursBase,
  Season,
  Span,
  Week,
} from '../../shared/station/hours.ts';
import type { Station } from '../../shared/station/station.ts';

/**
 * Compact JSON forms of the three fields that fill a record.
 * point: `[lng, lat]`.
 * amenities: in the order of the closed list, `{"water":"yes","wifi":["broken",note,confirmedOn]}`; the short form when nothing was noted.
 * hours: `[base, holidays, seasons, exceptions, raw]`; base = 1 always, 0 unknown, or a week; a week = one day's
 * rule for all seven, or seven rules; a rule = 0 for times unknown, or spans; spans = `[from, to, from, to, …]`;
 * holidays = the kind's name or spans; a season = `[from, to, week]`; an exception = `[from, to, spans, reason]`.
 */
type PackedAmenities = { [code: string]: AmenityState | readonly [AmenityState, string | null, string | null] };
type Spans = readonly number[];
type PackedDay = Spans | 0;
type PackedWeek = readonly PackedDay[];
type PackedHours = readonly [
  base: 0 | 1 | PackedWeek,
  holidays: Exclude<HolidayRule['kind'], 'spans'> | Spans,
  seasons: readonly (readonly [string, string, PackedWeek])[],
  exceptions: readonly (readonly [Exception['from'], Exception['to'], Spans, string])[],
  raw: string | null,
];

export function packAmenities(amenities: Amenities): PackedAmenities {
  const packed: PackedAmenities = {};
  for (const code of AMENITIES) {
    const fact = amenities[code];
    if (!fact) continue;
    packed[code] =
      fact.note === null && fact.confirmedOn === null ? fact.state : [fact.state, fact.note, fact.confirmedOn];
  }
  return packed;
}

/** `packAmenities` as JSON. */
export function amenitiesText(amenities: Amenities): string {
  let text = '';
  for (const code of AMENITIES) {
    const fact = amenities[code];
    if (!fact) continue;
    const { state, note, confirmedOn } = fact;
    const plain = note === null && confirmedOn === null;
    text += `,"${code}":${plain ? `"${state}"` : JSON.stringify([state, note, confirmedOn])}`;
  }
  return `{${text.slice(1)}}`;
}

export function unpackAmenities(packed: PackedAmenities): Amenities {
  const amenities: { [code: string]: AmenityFact } = {};
  for (const code of Object.keys(packed)) {
    const fact = packed[code];
    if (fact === undefined) continue;
    amenities[code] =
      typeof fact === 'string'
        ? { state: fact, note: null, confirmedOn: null }
        : { state: fact[0], note: fact[1], confirmedOn: fact[2] };
  }
  return amenities;
}

export function packHours(hours: Hours): PackedHours {
  return [
    packBase(hours.base),
    hours.holidays.kind === 'spans' ? flat(hours.holidays.spans) : hours.holidays.kind,
    hours.seasons.map((s) => [s.from, s.to, packWeek(s.week)]),
    hours.exceptions.map((e) => [e.from, e.to, flat(e.spans), e.reason]),
    hours.raw,
  ];
}

export function unpackHours(packed: PackedHours): Hours {
  const [base, holidays, seasons, exceptions, raw] = packed;
  return {
    base: unpackBase(base),
    holidays: unpackHolidays(holidays),
    seasons: seasons.map(([from, to, week]): Season => ({ from, to, week: unpackWeek(week) })),
    exceptions: exceptions.map(([from, to, spans, reason]): Exception => ({ from, to, spans: pairs(spans), reason })),
    raw,
  };
}

export function packPoint(point: Station['point']): readonly [number, number] {
  return [point.lng, point.lat];
}

export function unpackPoint(packed: readonly [number, number]): Station['point'] {
  return gcj02(packed[0], packed[1]);
}

function packBase(base: HoursBase): 0 | 1 | PackedWeek {
  if (base.kind === 'weekly') return packWeek(base.week);
  return base.kind === 'always' ? 1 : 0;
}

function unpackBase(packed: 0 | 1 | PackedWeek): HoursBase {
  if (packed === 0) return { kind: 'unknown' };
  return packed === 1 ? { kind: 'always' } : { kind: 'weekly', week: unpackWeek(packed) };
}

function unpackHolidays(packed: PackedHours[1]): HolidayRule {
  return typeof packed === 'string' ? { kind: packed } : { kind: 'spans', spans: pairs(packed) };
}

function packWeek(week: Week): PackedWeek {
  const days = week.map((day): PackedDay => (day.kind === 'unknown' ? 0 : flat(day.spans)));
  const [first = 0] = days;
  return days.every((day) => sameDay(day, first)) ? [first] : days;
}

function sameDay(a: PackedDay, b: PackedDay): boolean {
  if (a === 0 || b === 0) return a === b;
  return a.length === b.length && a.every((minute, i) => minute === b[i]);
}

function unpackWeek(packed: PackedWeek): Week {
  const day = (i: number): DayRule => {
    const rule = packed[packed.length === 1 ? 0 : i] ?? 0;
    return rule === 0 ? { kind: 'unknown' } : { kind: 'spans', spans: pairs(rule) };
  };
  return [day(0), day(1), day(2), day(3), day(4), day(5), day(6)];
}

function flat(spans: readonly Span[]): Spans {
  const numbers: number[] = [];
  for (const [from, to] of spans) numbers.push(from, to);
  return numbers;
}

function pairs(numbers: Spans): readonly Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) spans.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
  return spans;
}
