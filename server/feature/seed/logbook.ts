import { addDays, type DateText, type Day, dateText, parseDate } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { EntryBody, EntryId, EntryKept, EntryKind } from '../../../shared/station/entry.ts';
import { entryDay } from '../../../shared/station/entry-check.ts';
import { NATION } from '../../../shared/station/region.ts';
import type { Station, UnionId } from '../../../shared/station/station.ts';
import type { PlantOptions } from './plant.ts';

/** Every so many stations have a logbook, and no more than so many in all: enough to look at, quick to write. */
const EVERY = 10;
const MOST = 600;
/** Entries a commit. */
const CHUNK = 500;
/** Months whose visits were counted, the running one not among them. */
const MONTHS = 4;

/** Of these stations the ones that an invented logbook is kept for: those that are open, spread over the country. */
export function withLogbook(stations: Iterable<Station>, kept: Station[]): Iterable<Station> {
  return passing(stations, (station, index) => {
    const isIn = index % EVERY === 0 && station.status === 'active' && kept.length < MOST;
    if (isIn) kept.push(station);
  });
}

function* passing<T>(all: Iterable<T>, see: (one: T, index: number) => void): Iterable<T> {
  let index = 0;
  for (const one of all) {
    see(one, index++);
    yield one;
  }
}

/** Inspections, visits, money, activities, map listings, honours, gifts and reach of synthetic stations, as their unions would keep them. */
export async function plantLogbooks(
  stations: readonly Station[],
  today: Day,
  options: PlantOptions,
): Promise<Result<unknown>> {
  const all = stations.flatMap((station) => logbookOf(station, today, options.hashOf));
  for (let from = 0; from < all.length; from += CHUNK) {
    const chunk = all.slice(from, from + CHUNK);
    const { store, now, randomId, hashOf } = options;
    const commandId = randomId();
    const actor = { id: 'system', union: NATION as string as UnionId };
    const done = await store.writeEntries({ commandId, actor, bodyHash: hashOf(commandId), at: now() }, chunk, () =>
      ok(chunk.map((kept) => ({ step: 'keep', before: null, after: whole(kept), reason: '示例数据' }))),
    );
    if (!done.ok) return done;
  }
  return ok(all.length);
}

function whole(kept: EntryKept) {
  return { ...kept, isWithdrawn: false, rev: 1 };
}

/** The same station and day give the same logbook. Nothing is older than the station. */
function logbookOf(station: Station, today: Day, hashOf: (text: string) => string): readonly EntryKept[] {
  const lot = (n: number) => Number.parseInt(station.id.slice(n * 4, n * 4 + 4), 16);
  const opened = station.openedOn ?? '2016-01-01';
  const made: EntryKept[] = [];
  const keep = <K extends EntryKind>(kind: K, ago: number, body: EntryBody[K]) => {
    const day = entryDay(kind, dateText(addDays(today, -ago)));
    if (day < opened) return;
    const id = hashOf(`${station.id} ${made.length}`).slice(0, 32) as EntryId;
    made.push({ id, union: station.union, station: station.id, day, note: null, kind, body } as EntryKept);
  };
  const people = (month: number) => 40 + ((lot(month) * 7) % 400);
  for (const [month, ago] of monthsBack(today).entries()) keep('visits', ago, visitsOf(people(month)));
  const seen = lot(4) % 200;
  keep('inspection', seen, inspectionOf(lot(5), dateText(addDays(today, -seen)), today));
  for (const [i, provider] of (['amap', 'baidu', 'tencent'] as const).entries()) {
    const drawn = (lot(6) >> (i * 4)) % 10;
    if (drawn < 7)
      keep('listing', lot(6) % 150, { provider, state: drawn < 5 ? 'online' : drawn < 6 ? 'mismatch' : 'missing' });
  }
  if (lot(7) % 3 === 0) keep('funding', 0, { level: 'county', kind: 'running', yuan: 500 + (lot(7) % 60) * 100 });
  if (lot(3) % 4 === 0) {
    const participants = 8 + (lot(3) % 40);
    const joined = lot(3) % 6;
    keep('activity', lot(3) % 240, { kind: 'relief', title: '示例·送清凉', participants, joined });
    keep('gift', lot(3) % 240, { way: 'in', items: participants * 2, yuan: null });
    keep('gift', lot(3) % 120, { way: 'out', items: participants, yuan: null });
  }
  for (const { level } of station.honours.slice(0, 1)) keep('honour', 365, { level, result: 'passed', count: 1 });
  if (lot(1) % 8 === 0) keep('reach', 0, { workers: 60 + (lot(1) % 500) });
  return made;
}

/** Days ago of the first days of the last whole months, the nearest first. */
function monthsBack(today: Day): readonly number[] {
  const agos: number[] = [];
  let first = firstOfMonth(today);
  for (let i = 0; i < MONTHS; i++) {
    first = firstOfMonth(addDays(first, -1));
    agos.push(today - first);
  }
  return agos;
}

function firstOfMonth(day: Day): Day {
  return parseDate(`${dateText(day).slice(0, 7)}-01`) ?? day;
}

function visitsOf(people: number): EntryBody['visits'] {
  const part = (share: number) => Math.round(people * share);
  return {
    channel: 'hand-count',
    days: 26,
    people: {
      courier: part(0.24),
      'food-rider': part(0.3),
      driver: part(0.14),
      sanitation: part(0.26),
      other: part(0.06),
    },
  };
}

function inspectionOf(drawn: number, day: DateText, today: Day): EntryBody['inspection'] {
  const kind = drawn % 5 === 0 ? 'annual' : 'routine';
  const on = parseDate(day) ?? today;
  if (drawn % 3 !== 0) return { kind, dueOn: null, looked: 12, findings: [], rectifyBy: null, rectifiedOn: null };
  const mended = addDays(on, 3 + (drawn % 25));
  return {
    kind,
    dueOn: null,
    looked: 12,
    findings: [{ item: drawn % 2 === 0 ? '开放时间与公示不符' : '饮水设备损坏', reason: null }],
    rectifyBy: dateText(addDays(on, 15)),
    rectifiedOn: mended <= today ? dateText(mended) : null,
  };
}
