import type { DropReason, RowPart } from '../../shared/feed/feed.ts';
import { changedParts } from '../../shared/feed/parts.ts';
import type { StationCode } from '../../shared/station/code.ts';
import { toPublic } from '../../shared/station/public.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import { PUBLISHED, type Station, type Status } from '../../shared/station/station.ts';
import type { Tx } from './engine.ts';
import { insertRows } from './insert.ts';
import type { MarkRow } from './schema.ts';

const COLUMNS = [
  'city',
  'station',
  'code',
  'seq',
  'core_seq',
  'facts_seq',
  'list_seq',
  'states_seq',
  'rest_seq',
  'op',
  'reason',
  'drop_on',
  'successor',
  'moved_to',
] as const satisfies readonly (keyof MarkRow)[];

/** What whoever never had a station gets. */
const ALL_PARTS: readonly RowPart[] = ['core', 'list', 'rest'];

/** A part seq of 0 in the new row means "as it was". */
const keep = (part: string) => `${part} = case when excluded.${part} = 0 then mark.${part} else excluded.${part} end`;
const UPSERT = `on conflict (city, station) do update set code = excluded.code, seq = excluded.seq,
  ${keep('core_seq')}, ${keep('facts_seq')}, ${keep('list_seq')}, ${keep('states_seq')}, ${keep('rest_seq')}, op = excluded.op, reason = excluded.reason,
  drop_on = excluded.drop_on, successor = excluded.successor, moved_to = excluded.moved_to`;

/** A change with its place in the stream; `cityOf` as of the regions this database holds. */
export type PlacedChange = {
  readonly before: Station | null;
  readonly after: Station;
  readonly seq: number;
  readonly effectiveOn: string;
};
export type CityOf = (region: RegionCode) => RegionCode;

/** At most two marks: a put where the station is, a drop where it was; none when nobody outside can see the change. */
export function marksOf(change: PlacedChange, cityOf: CityOf): readonly MarkRow[] {
  const { before, after } = change;
  const [was, is] = [before !== null && isPublished(before.status), isPublished(after.status)];
  if (!is) return was && before ? [dropMark(before, change, cityOf)] : [];
  const city = cityOf(after.region);
  if (!was || !before) return [putMark(change, city, ALL_PARTS)];
  const old = cityOf(before.region);
  if (old !== city) {
    const left = { ...dropMark(before, change, cityOf), reason: 'moved', successor: null, moved_to: city };
    return [left, putMark(change, city, ALL_PARTS)];
  }
  const parts = changedParts(toPublic(before), toPublic(after));
  return parts.length === 0 ? [] : [putMark(change, city, parts)];
}

export async function writeMarks(tx: Tx, marks: readonly MarkRow[]): Promise<void> {
  await insertRows(tx, { table: 'mark', columns: COLUMNS, tail: UPSERT }, marks);
}

/**
 * A station that is off the lists already may leave them for another reason (retired, then found to be a
 * duplicate): the marks that took it off say so from now on.
 */
export async function restateDrop(tx: Tx, change: PlacedChange, cityOf: CityOf): Promise<void> {
  const { before, after } = change;
  if (!before || before.code === null || isPublished(before.status) || isPublished(after.status)) return;
  if (before.status === after.status && before.successor === after.successor) return;
  await tx
    .updateTable('mark')
    .set({ seq: change.seq, reason: dropReason(after.status), drop_on: change.effectiveOn, successor: after.successor })
    .where('city', '=', cityOf(before.region))
    .where('station', '=', after.id)
    .where('op', '=', 'drop')
    .where('reason', '<>', 'moved')
    .execute();
}

export function isPublished(status: Status): boolean {
  return PUBLISHED.includes(status);
}

function putMark(change: PlacedChange, city: RegionCode, parts: readonly RowPart[]): MarkRow {
  const at = (part: RowPart) => (parts.includes(part) ? change.seq : 0);
  return {
    ...blank(change, codeOf(change.after)),
    city,
    core_seq: at('core'),
    facts_seq: at('facts'),
    list_seq: at('list'),
    states_seq: at('states'),
    rest_seq: at('rest'),
    op: 'put',
  };
}

function dropMark(before: Station, change: PlacedChange, cityOf: CityOf): MarkRow {
  return {
    ...blank(change, codeOf(before)),
    city: cityOf(before.region),
    op: 'drop',
    reason: dropReason(change.after.status),
    drop_on: change.effectiveOn,
    successor: change.after.successor,
  };
}

function blank(change: PlacedChange, code: StationCode): MarkRow {
  return {
    city: '',
    station: change.after.id,
    code,
    seq: change.seq,
    core_seq: 0,
    facts_seq: 0,
    list_seq: 0,
    states_seq: 0,
    rest_seq: 0,
    op: 'put',
    reason: null,
    drop_on: null,
    successor: null,
    moved_to: null,
  };
}

function codeOf(station: Station): StationCode {
  if (station.code === null) throw new Error(`a published station has no code: ${station.status}`);
  return station.code;
}

function dropReason(status: Status): DropReason {
  return status === 'retired' || status === 'merged' || status === 'relocated' ? status : 'withdrawn';
}
