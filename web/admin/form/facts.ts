import { gcj02 } from '../../../shared/geo/point.ts';
import { DAY_MINUTES, type DateText, dateText, parseDate } from '../../../shared/kernel/instant.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Facts, Patch } from '../../../shared/station/command.ts';
import { factsFault } from '../../../shared/station/decide-facts.ts';
import { clockOf, hoursOfEdit } from '../../../shared/station/hours-edit.ts';
import { SETTING_DEFAULTS } from '../../../shared/station/settings.ts';
import type { Station, Stop } from '../../../shared/station/station.ts';
import type { Form, StopEdit } from './model.ts';

/** Collects what is wrong while a form is read; the first one is shown. */
class Reading {
  readonly faults: Refusal[] = [];

  date(field: string, text: string): DateText | null {
    if (text.trim() === '') return null;
    const day = parseDate(text.trim());
    if (day === null) this.faults.push({ kind: 'field-format', field, example: '2026-11-26' });
    return day === null ? null : dateText(day);
  }

  number(field: string, text: string): number | null {
    const plain = text.trim();
    if (plain === '') return null;
    const value = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
    if (value === null) this.faults.push({ kind: 'field-type', field, expected: '数字' });
    return value;
  }

  required(field: string): void {
    this.faults.push({ kind: 'field-required', field });
  }
}

/** What the form states, or the first thing that keeps it from being a record at all. */
export function factsOf(form: Form): Result<Facts> {
  const reading = new Reading();
  const hours = hoursOfEdit(form.hours);
  const { point, region } = form;
  const facts = { ...plainFacts(form), ...readFacts(form, reading) };
  // In the order the form is read: place before everything that was counted.
  if (point === null) return refuse({ kind: 'field-required', field: 'point' });
  if (region === null) return refuse({ kind: 'field-required', field: 'region' });
  const [fault] = reading.faults;
  if (fault !== undefined) return refuse(fault);
  return hours.ok ? ok({ ...facts, point, region, hours: hours.value }) : hours;
}

/** The same and judged as the server will judge it, so that a fault is said before anything is sent. */
export function soundFacts(form: Form): Result<Facts> {
  if (form.name.trim() === '') return refuse({ kind: 'field-required', field: 'name' });
  const facts = factsOf(form);
  if (!facts.ok) return facts;
  // The pattern of federation codes is a union's setting: the server knows it.
  const fault = factsFault(facts.value, { ...SETTING_DEFAULTS, 'federation-code-pattern': '' });
  return fault === null ? facts : refuse(fault);
}

type Plain = Omit<
  Facts,
  'point' | 'region' | 'hours' | 'area' | 'toiletMetres' | 'lodging' | 'stops' | 'honours' | ReadDates
>;
type ReadDates = 'ratedOn' | 'validTo' | 'contractFrom' | 'contractTo';

function plainFacts(form: Form): Plain {
  return {
    name: form.name.trim(),
    brand: textOrNull(form.brand),
    federationCode: textOrNull(form.federationCode),
    aliases: form.aliases.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
    union: form.union,
    town: textOrNull(form.town),
    address: form.address.trim(),
    entrance: textOrNull(form.entrance),
    publicPhone: textOrNull(form.publicPhone),
    hostName: textOrNull(form.hostName),
    uscc: textOrNull(form.uscc)?.toUpperCase() ?? null,
    source: form.source,
    pointMethod: form.pointMethod,
    photos: form.photos,
    kind: form.kind,
    tier: form.tier,
    stars: form.stars,
    build: form.build,
    operation: form.operation,
    hostType: form.hostType,
    amenities: form.amenities,
    access: { ...form.access, feeNote: textOrNull(form.access.feeNote ?? '') },
  };
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function readFacts(
  form: Form,
  reading: Reading,
): Pick<Facts, ReadDates | 'area' | 'toiletMetres' | 'lodging' | 'stops' | 'honours'> {
  return {
    stops: form.kind === 'mobile' ? form.stops.map((stop, i) => stopOf(stop, `stops.${i}`, reading)) : [],
    lodging: form.kind === 'temporary-lodging' ? lodgingOf(form, reading) : null,
    area: reading.number('area', form.area),
    honours: form.honours.map(({ level, year, document }, i) => ({
      level,
      year: yearOf(year, `honours.${i}.year`, reading),
      document: textOrNull(document),
    })),
    ratedOn: reading.date('ratedOn', form.ratedOn),
    validTo: reading.date('validTo', form.validTo),
    contractFrom: reading.date('contractFrom', form.contractFrom),
    contractTo: reading.date('contractTo', form.contractTo),
    toiletMetres: reading.number('toiletMetres', form.toiletMetres),
  };
}

function yearOf(text: string, field: string, reading: Reading): number {
  if (/^(19|20|21)\d{2}$/.test(text.trim())) return Number(text);
  reading.faults.push({ kind: 'field-format', field, example: '2026' });
  return 0;
}

function lodgingOf({ lodging }: Form, reading: Reading): Facts['lodging'] {
  const startsOn = reading.date('lodging.startsOn', lodging.startsOn);
  const endsOn = reading.date('lodging.endsOn', lodging.endsOn);
  const beds = reading.number('lodging.beds', lodging.beds);
  if (startsOn === null) reading.required('lodging.startsOn');
  else if (endsOn === null) reading.required('lodging.endsOn');
  else if (beds === null) reading.required('lodging.beds');
  else return { startsOn, endsOn, beds };
  return null;
}

function stopOf({ name, point, spans }: StopEdit, path: string, reading: Reading): Stop {
  if (name.trim() === '') reading.required(`${path}.name`);
  const stays = spans.map(({ weekday, from, to }, i) => {
    const [begin, end] = [clockOf(from), clockOf(to)];
    const isBad = begin === null || begin === DAY_MINUTES || end === null;
    if (isBad) reading.faults.push({ kind: 'field-format', field: `${path}.spans.${i}`, example: '8:30' });
    const [start, stop] = [begin ?? 0, end ?? 0];
    return { weekday, span: [start, stop <= start ? stop + DAY_MINUTES : stop] as const };
  });
  if (point === null) {
    reading.required(`${path}.point`);
    return { name: name.trim(), point: NOWHERE, spans: stays };
  }
  return { name: name.trim(), point, spans: stays };
}

/** Stands where a fault has been noted already. */
const NOWHERE = gcj02(0, 0);

/** Of a form's facts the fields that differ from the record, as a revision sends them. */
export function patchOf(facts: Facts, base: Station): Patch {
  const changed = Object.entries(facts).filter(([key, value]) => {
    const was = Object.entries(base).find(([name]) => name === key)?.[1];
    return stable(value) !== stable(was);
  });
  return Object.fromEntries(changed);
}

/** Equal whatever the order in which the keys of a record were written. */
export function stable(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
