import { type DateText, type Day, dateText, parseDate } from '../../../shared/kernel/instant.ts';
import { type EntryKind, OCCUPATIONS, type Occupation } from '../../../shared/station/entry.ts';
import { entryTerm } from '../../../shared/station/entry-check.ts';
import { stationIdOf } from '../../desk/parts/ids.ts';
import type { EntryAsk, EntryShown } from './words.ts';

/** What a form of any kind holds while it is typed; the names are those by which a refusal names a field. */
export type Typed = {
  station?: string | undefined;
  day?: string;
  /** `2026-10`. */
  month?: string;
  year?: number | null;
  note?: string;
  kind?: string;
  dueOn?: string;
  looked?: number | null;
  findings?: { item?: string; reason?: string | null }[];
  rectifyBy?: string;
  rectifiedOn?: string;
  channel?: string;
  days?: number | null;
  level?: string;
  yuan?: number | null;
  title?: string;
  participants?: number | null;
  joined?: number | null;
  provider?: string;
  state?: string;
  result?: string;
  count?: number | null;
  way?: string;
  items?: number | null;
  workers?: number | null;
} & { [O in Occupation]?: number | null };

/** A form begun today. */
export function blankTyped(kind: EntryKind, today: Day): Typed {
  const day = dateText(today);
  const common = { day, month: monthBefore(day), year: Number(day.slice(0, 4)), findings: [] };
  const first: { readonly [K in EntryKind]: Typed } = {
    inspection: { kind: 'routine' },
    visits: { channel: 'hand-count' },
    funding: { level: 'county', kind: 'equipment' },
    activity: { kind: 'relief', joined: 0 },
    listing: { provider: 'amap', state: 'online' },
    honour: { level: 'city', result: 'nominated', count: 1 },
    gift: { way: 'in' },
    reach: {},
  };
  return { ...common, ...first[kind] };
}

export function monthBefore(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

export function typedOf(entry: EntryShown): Typed {
  const { day, station, note } = entry;
  const common = {
    station: station?.id,
    day,
    month: day.slice(0, 7),
    year: Number(day.slice(0, 4)),
    note: note ?? '',
    findings: [],
  };
  switch (entry.kind) {
    case 'inspection': {
      const { dueOn, rectifyBy, rectifiedOn, findings, ...rest } = entry.body;
      const dates = { dueOn: dueOn ?? '', rectifyBy: rectifyBy ?? '', rectifiedOn: rectifiedOn ?? '' };
      return { ...common, ...rest, ...dates, findings: findings.map((one) => ({ ...one })) };
    }
    case 'visits':
      return { ...common, channel: entry.body.channel, days: entry.body.days, ...entry.body.people };
    default:
      return { ...common, ...entry.body };
  }
}

type Asking = { readonly id: string; readonly basedOn: number | null; readonly typed: Typed };

/** Null: the day is none, which the form says. What else is missing goes as nothing, and the server names the field. */
export function askOf(kind: EntryKind, { id, basedOn, typed }: Asking): EntryAsk | null {
  const day = dayOfTyped(kind, typed);
  if (day === null) return null;
  const note = (typed.note ?? '').trim();
  // Places are a union's: a station chosen before is not meant.
  const isQuota = kind === 'honour' && typed.result === 'quota';
  const station = typed.station === undefined || isQuota ? null : stationIdOf(typed.station);
  const all = { id, station, union: null, basedOn, day, note: note === '' ? null : note };
  return { ...all, ...bodyOf(kind, typed) } as EntryAsk;
}

function dayOfTyped(kind: EntryKind, { day = '', month = '', year }: Typed): DateText | null {
  const term = entryTerm(kind);
  if (term === 'month') return dateOf(`${month}-01`);
  if (term === 'year') return dateOf(`${year ?? ''}-01-01`);
  return dateOf(day);
}

function dateOf(text: string): DateText | null {
  const day = parseDate(text);
  return day === null ? null : dateText(day);
}

const number = (value: number | null | undefined): number => value ?? 0;

function bodyOf(kind: EntryKind, typed: Typed): { readonly kind: EntryKind; readonly body: object } {
  switch (kind) {
    case 'inspection':
      return { kind, body: inspectionBody(typed) };
    case 'visits': {
      const people = Object.fromEntries(OCCUPATIONS.map((one) => [one, number(typed[one])]));
      return { kind, body: { channel: typed.channel, days: number(typed.days), people } };
    }
    case 'funding':
      return { kind, body: { level: typed.level, kind: typed.kind, yuan: typed.yuan ?? -1 } };
    case 'activity':
      return {
        kind,
        body: {
          kind: typed.kind,
          title: typed.title ?? '',
          participants: typed.participants ?? -1,
          joined: number(typed.joined),
        },
      };
    case 'listing':
      return { kind, body: { provider: typed.provider, state: typed.state } };
    case 'honour':
      return { kind, body: { level: typed.level, result: typed.result, count: countOf(typed) } };
    case 'gift':
      return { kind, body: { way: typed.way, items: typed.items ?? -1, yuan: typed.yuan ?? null } };
    case 'reach':
      return { kind, body: { workers: typed.workers ?? -1 } };
  }
}

/** Of a station it is one, however many places the union was given. */
function countOf({ result, count }: Typed): number {
  return result === 'quota' ? number(count) : 1;
}

function inspectionBody({ kind, dueOn = '', looked, findings = [], rectifyBy = '', rectifiedOn = '' }: Typed) {
  const found = findings.map(({ item, reason }) => ({ item: item ?? '', reason: reason ?? null }));
  const isClean = found.length === 0;
  return {
    kind,
    dueOn: dateOf(dueOn),
    looked: number(looked),
    findings: found,
    rectifyBy: isClean ? null : dateOf(rectifyBy),
    rectifiedOn: isClean ? null : dateOf(rectifiedOn),
  };
}
