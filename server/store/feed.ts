import { sql } from 'kysely';
import {
  type DropReason,
  type Epoch,
  type FeedRegion,
  type PackRef,
  RECORD_PARTS,
  type RowPart,
} from '../../shared/feed/feed.ts';
import { ALL_PARTS } from '../../shared/feed/parts.ts';
import { type DateText, instant } from '../../shared/kernel/instant.ts';
import { AMENITIES } from '../../shared/station/amenity.ts';
import type { StationCode } from '../../shared/station/code.ts';
import type { ExitReason } from '../../shared/station/command.ts';
import { toPublic } from '../../shared/station/public.ts';
import type { RegionCode } from '../../shared/station/region.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { type StoreContext, writing } from './context.ts';
import { readCounter, type Tx } from './engine.ts';
import type { FeedPlace, Mark } from './port.ts';
import { decodeRecord } from './record.ts';
import type { MarkRow, Tables } from './schema.ts';

const PAGE = 1000;

type Published = { readonly seq: number; readonly row: PublicStation };
type Asked = { readonly region: FeedRegion; readonly from: FeedPlace; readonly limit: number };
type Joined = MarkRow & { readonly record: string | null };

/** See `Store.marksAfter`: a page ends between seqs, never inside one (a move makes two marks of one seq). */
export function marksAfter(
  context: StoreContext,
  { region, from, limit }: Asked,
): Promise<{ readonly marks: readonly Mark[]; readonly upTo: number; readonly done: boolean }> {
  return context.engine.read(async (tx) => {
    const { seq } = await readCounter(tx);
    // Two more than asked: one to know whether anything is left, one in case the page's last seq has a second mark.
    let query = joined(tx).where('mark.seq', '>', from.after);
    if (region !== 'CN') query = query.where('mark.city', '=', region);
    const rows = await query
      .orderBy('mark.seq')
      .orderBy('mark.city')
      .limit(limit + 2)
      .execute();
    const end = pageEnd(rows, limit);
    const marks = rows.slice(0, end).map((row) => markOf(row, from.since));
    return { marks, upTo: seq, done: end === rows.length };
  });
}

function pageEnd(rows: readonly MarkRow[], limit: number): number {
  const last = rows[limit - 1];
  return last && rows[limit]?.seq === last.seq ? limit + 1 : Math.min(limit, rows.length);
}

/** See `Store.eachPublished`. */
export function eachPublished(
  context: StoreContext,
  region: FeedRegion,
  visit: (rows: readonly Published[]) => void | Promise<void>,
): Promise<{ readonly epoch: Epoch; readonly seq: number }> {
  return context.engine.read(async (tx) => {
    const { epoch, seq } = await readCounter(tx);
    let last: { readonly city: string; readonly station: string } | undefined;
    for (;;) {
      let query = tx
        .selectFrom('mark')
        .leftJoin('station', 'station.id', 'mark.station')
        .select(['mark.city', 'mark.station', 'mark.code', 'mark.seq', 'station.record'])
        .where('mark.op', '=', 'put');
      if (region !== 'CN') query = query.where('mark.city', '=', region);
      if (last) query = query.where(sql<boolean>`(mark.city, mark.station) > (${last.city}, ${last.station})`);
      const rows = await query.orderBy('mark.city').orderBy('mark.station').limit(PAGE).execute();
      if (rows.length > 0) await visit(rows.map((row) => ({ seq: row.seq, row: rowOf(row) })));
      last = rows[PAGE - 1];
      if (!last) return { epoch, seq };
    }
  });
}

export function packs(context: StoreContext): Promise<ReadonlyMap<FeedRegion, PackRef>> {
  return context.engine.read(async (tx) => {
    const rows = await tx.selectFrom('pack').selectAll().execute();
    return new Map(rows.map((row) => [row.feed as FeedRegion, refOf(row)]));
  });
}

export function packOf(context: StoreContext, region: FeedRegion): Promise<PackRef | null> {
  return context.engine.read(async (tx) => {
    const row = await tx.selectFrom('pack').selectAll().where('feed', '=', region).executeTakeFirst();
    return row ? refOf(row) : null;
  });
}

function refOf({ hash, bytes, seq, as_of }: Tables['pack']): PackRef {
  return { hash, bytes, seq, asOf: instant(as_of) };
}

export async function putPack(context: StoreContext, region: FeedRegion, pack: PackRef): Promise<void> {
  const row = { hash: pack.hash, bytes: pack.bytes, seq: pack.seq, as_of: pack.asOf };
  await writing(context, async (tx, counter) => {
    await tx
      .insertInto('pack')
      .values({ feed: region, ...row })
      .onConflict((on) => on.column('feed').doUpdateSet(row))
      .execute();
    return { value: { ok: true, value: null }, counter, issued: false };
  });
}

function joined(tx: Tx) {
  return tx
    .selectFrom('mark')
    .leftJoin('station', 'station.id', 'mark.station')
    .selectAll('mark')
    .select('station.record');
}

function markOf(row: Joined, since: number): Mark {
  const head = { seq: row.seq, code: row.code as StationCode, region: row.city as RegionCode };
  if (row.op === 'put') {
    const parts = partsAfter(row, since);
    return { ...head, op: 'put', parts, row: rowOf(row) };
  }
  return {
    ...head,
    op: 'drop',
    reason: row.reason as DropReason,
    on: row.drop_on as DateText,
    exit: row.exit_reason as ExitReason | null,
    successor: row.successor as StationCode | null,
    movedTo: row.moved_to as RegionCode | null,
  };
}

function partsAfter(row: MarkRow, since: number): readonly RowPart[] {
  if (row.whole_seq > since) return ALL_PARTS;
  const amenities = row.amenities_seq > since ? row.amenity_bits : 0;
  return [
    ...RECORD_PARTS.filter((part) => row[`${part}_seq`] > since),
    ...AMENITIES.filter((_, bit) => Math.floor(amenities / 2 ** bit) % 2 === 1),
  ];
}

function rowOf(row: Pick<Joined, 'code' | 'record'>): PublicStation {
  if (row.record === null) throw new Error(`the mark of ${row.code} puts a station that is not there`);
  return toPublic(decodeRecord(row.record));
}
