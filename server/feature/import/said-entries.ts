import { createHash } from 'node:crypto';
import { type DateText, type Day, dateText, parseDate } from '../../../shared/kernel/instant.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import {
  type EntryBody,
  type EntryId,
  type EntryKept,
  type EntrySaid,
  LISTING_STATES,
  MAP_PROVIDERS,
} from '../../../shared/station/entry.ts';
import { daysInMonth, entryDay, entryFault, entrySlot } from '../../../shared/station/entry-check.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import { entryDayText, entryText, LISTING_STATE_WORDS } from '../../../shared/words/entry.ts';
import type { EntryField } from './columns.ts';

export const ENTRY_FIELDS: readonly EntryField[] = [
  'inspectedOn',
  'foundCount',
  'visitsLastMonth',
  'yuanThisYear',
  'amapListing',
  'baiduListing',
  'tencentListing',
  'honoured',
];

/** What a row says of a station's work: `day` null is the day the ledger was brought, and what follows from it. */
export type SaidEntry = EntrySaid & { readonly day: DateText | null };

/** Reads the cells of the columns that become entries. Null: the row says nothing. Refuses `entry-cell` for what cannot be read. */
export function saidEntries(get: (field: EntryField) => string | null): Result<readonly SaidEntry[] | null> {
  const said: SaidEntry[] = [];
  for (const read of [inspectionSaid, visitsSaid, yuanSaid, listingsSaid, honoursSaid]) {
    const entries = read(get);
    if (!entries.ok) return entries;
    said.push(...entries.value);
  }
  return ok(said.length === 0 ? null : said);
}

type Get = (field: EntryField) => string | null;
type Read = Result<readonly SaidEntry[]>;

const NOTHING: Read = ok([]);

function unread(field: EntryField, text: string, expected: string): { ok: false; refusal: Refusal } {
  return refuse({ kind: 'entry-cell', field, text: text.slice(0, 40), expected });
}

const UNTOLD = '台账里的问题，没写明细';
const FINDINGS_MOST = 50;

function inspectionSaid(get: Get): Read {
  const [on, count] = [get('inspectedOn'), get('foundCount')];
  if (on === null) return count === null ? NOTHING : refuse({ kind: 'entry-required', field: 'inspectedOn' });
  const day = dayIn(on);
  if (day === null) return unread('inspectedOn', on, '2026-11-20');
  const found = count === null ? 0 : wholeIn(count);
  if (found === null || found > FINDINGS_MOST) return unread('foundCount', count ?? '', `0 到 ${FINDINGS_MOST} 的整数`);
  const findings = Array.from({ length: found }, () => ({ item: UNTOLD, reason: null }));
  const body = { kind: 'routine', dueOn: null, looked: Math.max(1, found), findings } as const;
  return ok([{ kind: 'inspection', day, body: { ...body, rectifyBy: null, rectifiedOn: null } }]);
}

/** A month's sum: of whom a ledger does not say, and it is taken for the whole month (`dated` writes its days). */
function visitsSaid(get: Get): Read {
  const text = get('visitsLastMonth');
  if (text === null) return NOTHING;
  const people = wholeIn(text);
  if (people === null) return unread('visitsLastMonth', text, '0 或更大的整数，如 320');
  const nobody = { courier: 0, 'food-rider': 0, driver: 0, sanitation: 0 };
  return ok([
    { kind: 'visits', day: null, body: { channel: 'hand-count', days: 0, people: { ...nobody, other: people } } },
  ]);
}

function yuanSaid(get: Get): Read {
  const text = get('yuanThisYear');
  if (text === null) return NOTHING;
  const plain = text.replace(/[,，\s元¥￥]/g, '');
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(plain)) return unread('yuanThisYear', text, '以元为单位的数，如 3000');
  return ok([{ kind: 'funding', day: null, body: { level: 'other', kind: 'other', yuan: Number(plain) } }]);
}

const LISTING_FIELDS = { amap: 'amapListing', baidu: 'baiduListing', tencent: 'tencentListing' } as const;

function listingsSaid(get: Get): Read {
  const said: SaidEntry[] = [];
  for (const provider of MAP_PROVIDERS) {
    const text = get(LISTING_FIELDS[provider]);
    if (text === null) continue;
    const state = LISTING_STATES.find((each) => LISTING_STATE_WORDS[each] === text) ?? OTHER_WORDS[text];
    if (state === undefined)
      return unread(LISTING_FIELDS[provider], text, Object.values(LISTING_STATE_WORDS).join('、'));
    said.push({ kind: 'listing', day: null, body: { provider, state } });
  }
  return ok(said);
}

const OTHER_WORDS: { readonly [word: string]: EntryBody['listing']['state'] } = {
  上线: 'online',
  是: 'online',
  有: 'online',
  信息有误: 'mismatch',
  不符: 'mismatch',
  未上线: 'missing',
  没上线: 'missing',
  否: 'missing',
};

const HONOUR_LEVELS = [
  [/国/, 'national'],
  [/省/, 'province'],
  [/市/, 'city'],
] as const;

/** `省级/2025`, `全国2024、市级2025`. */
function honoursSaid(get: Get): Read {
  const text = get('honoured');
  if (text === null) return NOTHING;
  const said: SaidEntry[] = [];
  for (const part of text.split(/[、,，;；]/)) {
    if (part.trim() === '') continue;
    const level = HONOUR_LEVELS.find(([word]) => word.test(part))?.[1];
    const year = /20\d{2}/.exec(part)?.[0];
    if (level === undefined || year === undefined) return unread('honoured', part.trim(), '省级/2025');
    said.push({ kind: 'honour', day: `${year}-01-01` as DateText, body: { level, result: 'passed', count: 1 } });
  }
  return ok(said);
}

function wholeIn(text: string): number | null {
  const match = /^(\d{1,7})(?:\s*(?:人次|个|次))?$/.exec(text.replace(/[,，]/g, ''));
  return match ? Number(match[1]) : null;
}

/** `2026-11-20`, `2026/11/20`, `2026.11.20`, `2026年11月20日`. */
function dayIn(text: string): DateText | null {
  const match = /^(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ].*)?$/.exec(text);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const on = parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return on === null ? null : dateText(on);
}

type About = {
  readonly station: StationId;
  readonly union: UnionId;
  /** The day the ledger was brought. */
  readonly on: Day;
};

/** What a row says as entries of its station, each under an id made of what it is about: said again, it is the same entry. */
export function entriesSaid(said: readonly SaidEntry[], { station, union, on }: About): readonly EntryKept[] {
  return said.map((one) => {
    const kept = { ...dated(one, on), id: '' as EntryId, station, union, note: null };
    // A look at a map is said once a month: the same ledger brought again next week is no other look.
    const since = kept.kind === 'listing' ? kept.day.slice(0, 7) : kept.day;
    const about = JSON.stringify(['ledger entry', station, kept.kind, entrySlot(kept), since]);
    return { ...kept, id: createHash('sha256').update(about).digest('hex').slice(0, 32) as EntryId };
  });
}

function dated(said: SaidEntry, on: Day): EntrySaid & { readonly day: DateText } {
  const day = said.day ?? dayFor(said.kind, on);
  if (said.kind !== 'visits') return { ...said, day };
  return { ...said, day, body: { ...said.body, days: daysInMonth(day) } };
}

/** Last month's people, this year's money; a look at a map is of the day itself. */
function dayFor(kind: EntryKept['kind'], on: Day): DateText {
  const today = dateText(on);
  if (kind !== 'visits') return entryDay(kind, today);
  const first = parseDate(`${today.slice(0, 7)}-01`) ?? on;
  return entryDay(kind, dateText((first - 1) as Day));
}

/** What is wrong with the first that is wrong. */
export function saidFault(kept: readonly EntryKept[], on: Day): Refusal | null {
  for (const entry of kept) {
    const fault = entryFault(entry, on);
    if (fault !== null) return fault;
  }
  return null;
}

/** As the preview tells it. */
export function saidTexts(kept: readonly EntryKept[]): readonly string[] {
  return kept.map((entry) => `${entryDayText(entry)} ${entryText(entry)}`);
}
