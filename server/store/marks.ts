import { type DropReason, RECORD_PARTS, type RecordPart, type RowPart } from '../../shared/feed/feed.ts';
import { changedParts } from '../../shared/feed/parts.ts';
import { AMENITIES } from '../../shared/station/amenity.ts';
import type { StationCode } from '../../shared/station/code.ts';
import { exitReasonOf } from '../../shared/station/decide-exit.ts';
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
  'whole_seq',
  'point_seq',
  'hours_seq',
  'status_seq',
  'access_seq',
  'trust_seq',
  'text_seq',
  'phone_seq',
  'rest_seq',
  'amenities_seq',
  'amenity_bits',
  'op',
  'reason',
  'drop_on',
  'successor',
  'moved_to',
  'exit_reason',
] as const satisfies readonly (keyof MarkRow)[];

type PartSeq = `${RecordPart}_seq` | 'whole_seq' | 'amenities_seq';
const PART_SEQS = COLUMNS.filter((name): name is PartSeq => name.endsWith('_seq'));

/** A part seq of 0 in the new row means "as it was"; a row that is whole again begins with no amenity changed. */
const keep = (part: string) => `${part} = case when excluded.${part} = 0 then mark.${part} else excluded.${part} end`;
const UPSERT = `on conflict (city, station) do update set code = excluded.code, seq = excluded.seq,
  ${PART_SEQS.map(keep).join(', ')},
  amenity_bits = case when excluded.whole_seq = 0 then mark.amenity_bits | excluded.amenity_bits else 0 end,
  op = excluded.op, reason = excluded.reason,
  drop_on = excluded.drop_on, successor = excluded.successor, moved_to = excluded.moved_to,
  exit_reason = excluded.exit_reason`;

/** A change with its place in the stream; `cityOf` as of the regions this database holds. */
export type PlacedChange = {
  readonly before: Station | null;
  readonly after: Station;
  readonly seq: number;
  readonly effectiveOn: string;
  /** As history writes it: of a retirement it begins with the exit reason. */
  readonly reason: string | null;
};
export type CityOf = (region: RegionCode) => RegionCode;

/** At most two marks: a put where the station is, a drop where it was; none when nobody outside can see the change. */
export function marksOf(change: PlacedChange, cityOf: CityOf): readonly MarkRow[] {
  const { before, after } = change;
  const [was, is] = [before !== null && isPublished(before.status), isPublished(after.status)];
  if (!is) return was && before ? [dropMark(before, change, cityOf)] : [];
  const city = cityOf(after.region);
  if (!was || !before) return [wholeMark(change, city)];
  const old = cityOf(before.region);
  if (old !== city) {
    const left = { ...dropMark(before, change, cityOf), reason: 'moved', successor: null, moved_to: city };
    return [left, wholeMark(change, city)];
  }
  const parts = changedParts(toPublic(before), toPublic(after));
  return parts.length === 0 ? [] : [partsMark(change, city, parts)];
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
    .set({
      seq: change.seq,
      reason: dropReason(after.status),
      drop_on: change.effectiveOn,
      successor: after.successor,
      exit_reason: exitOf(change),
    })
    .where('city', '=', cityOf(before.region))
    .where('station', '=', after.id)
    .where('op', '=', 'drop')
    .where('reason', '<>', 'moved')
    .execute();
}

export function isPublished(status: Status): boolean {
  return PUBLISHED.includes(status);
}

/** For whoever never had the station. */
function wholeMark(change: PlacedChange, city: RegionCode): MarkRow {
  return { ...blank(change, codeOf(change.after)), city, whole_seq: change.seq };
}

function partsMark(change: PlacedChange, city: RegionCode, parts: readonly RowPart[]): MarkRow {
  const mark: MarkRow = { ...blank(change, codeOf(change.after)), city };
  for (const part of RECORD_PARTS) if (parts.includes(part)) mark[`${part}_seq`] = change.seq;
  AMENITIES.forEach((amenity, bit) => {
    if (!parts.includes(amenity)) return;
    mark.amenities_seq = change.seq;
    mark.amenity_bits += 2 ** bit;
  });
  return mark;
}

function dropMark(before: Station, change: PlacedChange, cityOf: CityOf): MarkRow {
  return {
    ...blank(change, codeOf(before)),
    city: cityOf(before.region),
    op: 'drop',
    reason: dropReason(change.after.status),
    drop_on: change.effectiveOn,
    successor: change.after.successor,
    exit_reason: exitOf(change),
  };
}

function blank(change: PlacedChange, code: StationCode): MarkRow {
  return {
    city: '',
    station: change.after.id,
    code,
    seq: change.seq,
    whole_seq: 0,
    point_seq: 0,
    hours_seq: 0,
    status_seq: 0,
    access_seq: 0,
    trust_seq: 0,
    text_seq: 0,
    phone_seq: 0,
    rest_seq: 0,
    amenities_seq: 0,
    amenity_bits: 0,
    op: 'put',
    reason: null,
    drop_on: null,
    successor: null,
    moved_to: null,
    exit_reason: null,
  };
}

function codeOf(station: Station): StationCode {
  if (station.code === null) throw new Error(`a published station has no code: ${station.status}`);
  return station.code;
}

function dropReason(status: Status): DropReason {
  return status === 'retired' || status === 'merged' || status === 'relocated' ? status : 'withdrawn';
}

function exitOf({ after, reason }: PlacedChange): string | null {
  return after.status === 'retired' ? exitReasonOf(reason ?? '') : null;
}
