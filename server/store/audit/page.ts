import { type RawBuilder, sql } from 'kysely';
import { ROOT_UNION } from '../../../shared/actor/actor.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { branchOf, inBranch } from '../branch.ts';
import type { StoreContext } from '../context.ts';
import { readCounter, type Tx } from '../engine.ts';
import { historyRow } from '../history.ts';
import type { HistoryFilter, HistoryPage } from '../port/audit.ts';
import type { HistoryRecord } from '../schema.ts';

/** Rows looked at in one statement of a search, and in one answer: a long search goes on where it stopped when asked again. */
const WINDOW = 50_000;
const LOOKED_AT_MOST = 200_000;
/** A branch with so many stations has rows everywhere near the end, and its index would be walked for nothing. */
const LARGE_BRANCH = 3000;

type Page = { readonly before: number | null; readonly limit: number };
/** Rows with `low <= seq < high`. */
type Range = { readonly low: number; readonly high: number };

/** See `AuditStore.historyPage`. */
export function historyPage(context: StoreContext, filter: HistoryFilter, page: Page): Promise<HistoryPage> {
  return context.engine.read(async (tx) => {
    const range = await rangeOf(tx, filter, page.before);
    const wanted = await isSparse(tx, filter);
    const found = wanted ? await byIndex(tx, filter, { range, limit: page.limit }) : null;
    const { rows, next } = found ?? (await byWindow(tx, filter, { range, limit: page.limit }));
    return { rows: rows.map(historyRow), next };
  });
}

async function rangeOf(tx: Tx, { from, to }: HistoryFilter, before: number | null): Promise<Range> {
  const { seq } = await readCounter(tx);
  const end = to === null ? seq + 1 : await firstAt(tx, to, seq);
  return {
    low: from === null ? 1 : await firstAt(tx, from, seq),
    high: Math.min(end, before ?? end),
  };
}

/** The first seq at or after an instant: times rise with seq, and no seq is missing, so halving finds it without an index. */
export async function firstAt(tx: Tx, at: Instant, last: number): Promise<number> {
  let [low, high] = [1, last + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = await tx.selectFrom('history').select('at').where('seq', '=', middle).executeTakeFirst();
    // A missing row is for `verify` to find.
    if ((row?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether few rows are meant, which an index gives, rather than most of those near the end. */
async function isSparse(tx: Tx, { top, actor, station }: HistoryFilter): Promise<boolean> {
  if (actor !== null || station !== null) return true;
  if (top === ROOT_UNION) return false;
  const some = tx
    .selectFrom('station')
    .select('id')
    .where(inBranch(sql.ref('union_id'), top))
    .limit(LARGE_BRANCH);
  const row = await tx.selectFrom(some.as('s')).select(sql<number>`count(*)`.as('count')).executeTakeFirst();
  return Number(row?.count ?? 0) < LARGE_BRANCH;
}

type Asked = { readonly range: Range; readonly limit: number };
type Found = { readonly rows: readonly HistoryRecord[]; readonly next: number | null };

/** Seqs by whichever index names few of them, then those rows. */
async function byIndex(tx: Tx, filter: HistoryFilter, { range, limit }: Asked): Promise<Found> {
  const seqs = await sql<{ seq: number }>`${seqsOf(filter, range)} order by seq desc limit ${limit + 1}`.execute(tx);
  const wanted = seqs.rows.slice(0, limit).map(({ seq }) => seq);
  if (wanted.length === 0) return { rows: [], next: null };
  const rows = await tx.selectFrom('history').selectAll().where('seq', 'in', wanted).orderBy('seq', 'desc').execute();
  return { rows, next: seqs.rows.length > limit ? (wanted[wanted.length - 1] ?? null) : null };
}

function seqsOf(filter: HistoryFilter, range: Range): RawBuilder<unknown> {
  const { top, actor, station } = filter;
  // The plus keeps the order of seqs from being taken as a reason to walk all of history.
  const rest = sql`+h.seq >= ${range.low} and +h.seq < ${range.high} and ${matches(filter)}`;
  if (station !== null) {
    return sql`select h.seq as seq from history h where h.subject_id >= ${station} and h.subject_id < ${`${station}0`}
      and ${isInScope(top)} and ${rest}`;
  }
  const inRange = sql`h.seq >= ${range.low} and h.seq < ${range.high}`;
  if (actor !== null) {
    return sql`select h.seq as seq from history h where h.actor = ${actor} and ${inRange} and ${isInScope(top)}
      and ${matches(filter)}`;
  }
  // Stations first, then the rows of each: a plain join would be tried the other way round.
  return sql`select h.seq as seq from history h where h.union_id in (${branchOf(top)}) and ${inRange}
      and ${matches(filter)}
    union select h.seq from station s cross join history h
      where s.union_id in (${branchOf(top)}) and h.subject_id >= s.id and h.subject_id < s.id || '0' and ${rest}`;
}

/** Backwards from the end through all rows, as far as one answer may take. */
async function byWindow(tx: Tx, filter: HistoryFilter, { range, limit }: Asked): Promise<Found> {
  const rows: HistoryRecord[] = [];
  const stop = Math.max(range.low, range.high - LOOKED_AT_MOST);
  for (let high = range.high; high > stop; high -= WINDOW) {
    const low = Math.max(stop, high - WINDOW);
    const part = await sql<HistoryRecord>`select h.* from history h where h.seq >= ${low} and h.seq < ${high}
      and ${isInScope(filter.top)} and ${matches(filter)} order by h.seq desc limit ${limit - rows.length}`.execute(tx);
    rows.push(...part.rows);
    const last = rows[limit - 1];
    if (last) return { rows, next: last.seq > range.low ? last.seq : null };
  }
  return { rows, next: stop > range.low ? stop : null };
}

/**
 * Done by the branch, or to something of one of its stations: what belongs to a station is named `<station>` or
 * `<station>/<own id>`, and a station's id is 32 characters.
 */
function isInScope(top: UnionId): RawBuilder<boolean> {
  if (top === ROOT_UNION) return sql<boolean>`1 = 1`;
  return sql<boolean>`(h.union_id in (${branchOf(top)})
    or substr(h.subject_id, 1, 32) in (select s.id from station s where s.union_id in (${branchOf(top)})))`;
}

function matches({ step, subject, reason }: HistoryFilter): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = [sql<boolean>`1 = 1`];
  if (step !== null) parts.push(sql<boolean>`h.step = ${step}`);
  if (subject !== null) parts.push(sql<boolean>`h.subject = ${subject}`);
  if (reason !== null) {
    const part = `%${reason.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    parts.push(sql<boolean>`h.reason like ${part} escape '\\'`);
  }
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
