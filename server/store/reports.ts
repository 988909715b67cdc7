import { dateText, dayOf, type Instant, instant } from '../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import { dueForRelease, HOUR_MS } from '../../shared/report/decide.ts';
import type { Lookup } from '../../shared/report/lookup.ts';
import type { Report, ReportId } from '../../shared/report/report.ts';
import { NATION } from '../../shared/station/region.ts';
import type { StationId, UnionId } from '../../shared/station/station.ts';
import { appendHistory, type ChainEnd, chainEnd, type Doer, type Entry } from './chain.ts';
import { type StoreContext, writing } from './context.ts';
import { Refused, type Tx } from './engine.ts';
import { SYSTEM } from './ground.ts';
import type { Filed, ReportCommand, ReportFiling, ReportReceipt } from './port.ts';
import { findReply, keepReply } from './receipt.ts';
import { aboutKey, findReport, reportOf, reportRow } from './report-rows.ts';

/** Free codes are so many that a second try is rare and a tenth one a fault of the maker. */
const LOOKUP_TRIES = 10;
/** Held reports looked at in one release: a flood takes several. */
const HELD_AT_ONCE = 2000;

/** See `Store.fileReport`. */
export function fileReport(
  context: StoreContext,
  command: ReportCommand,
  filing: ReportFiling,
): Promise<Result<Filed>> {
  return writing<Filed>(context, async (tx, counter) => {
    const known = await findReply<ReportReceipt>(tx, command);
    if (known?.ok === false) return { value: known, counter, issued: false };
    if (known) return { value: ok({ receipt: known.value, isNew: false }), counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const subject = await subjectOf(tx, filing);
    const recent = filing.station === null ? 0 : await recentOf(tx, aboutKey(filing), end.at);
    const lookup = await freeLookup(tx, filing);
    const report = filing.decide({ ...subject, lookup, recent, at: end.at });
    await tx.insertInto('report').values(reportRow(report)).execute();
    const doer = { commandId: command.commandId, actor: command.actor.id, union: report.union };
    const seq = await record(context, { tx, end, doer }, [filedEntry(report)]);
    const receipt: ReportReceipt = { id: report.id, lookup, at: end.at, state: report.state };
    await keepReply(tx, command, { at: end.at, reply: receipt });
    return { value: ok({ receipt, isNew: true }), counter: { ...counter, seq }, issued: false };
  });
}

/** See `Store.stepReport`. */
export function stepReport(
  context: StoreContext,
  command: ReportCommand,
  {
    lookup,
    step,
    decide,
  }: {
    readonly lookup: Lookup;
    readonly step: string;
    readonly decide: (report: Report, at: Instant) => Result<Report>;
  },
): Promise<Result<ReportReceipt>> {
  return writing(context, async (tx, counter) => {
    const known = await findReply<ReportReceipt>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const before = await findReport(tx, lookup);
    if (before === null) return { value: refuse({ kind: 'report-unknown', lookup }), counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const decided = decide(before, end.at);
    if (!decided.ok) return { value: decided, counter, issued: false };
    const after = decided.value;
    await writeReport(tx, after);
    const doer = { commandId: command.commandId, actor: command.actor.id, union: command.actor.union };
    const seq = await record(context, { tx, end, doer }, [steppedEntry(before, after, { step, at: end.at })]);
    const receipt: ReportReceipt = { id: after.id, lookup, at: end.at, state: after.state };
    await keepReply(tx, command, { at: end.at, reply: receipt });
    return { value: ok(receipt), counter: { ...counter, seq }, issued: false };
  });
}

/** See `Store.releaseReports`. */
export async function releaseReports(context: StoreContext): Promise<number> {
  const oldest = await context.engine.read((tx) =>
    tx.selectFrom('report').select('at').where('state', '=', 'queued').orderBy('at').limit(1).executeTakeFirst(),
  );
  if (oldest === undefined || oldest.at > context.now() - HOUR_MS) return 0;
  const released = await writing(context, async (tx, counter) => {
    const end = await chainEnd(tx, counter, context.now());
    const due = await dueReports(tx, end.at);
    if (due.length === 0) return { value: ok(0), counter, issued: false };
    const entries: Entry[] = [];
    for (const before of due) {
      const after: Report = { ...before, state: 'received', openAt: end.at };
      await writeReport(tx, after);
      entries.push(steppedEntry(before, after, { step: 'release', at: end.at }));
    }
    const doer = { ...SYSTEM, commandId: `release:${end.seq + 1}` };
    const seq = await record(context, { tx, end, doer }, entries);
    return { value: ok(due.length), counter: { ...counter, seq }, issued: false };
  });
  if (!released.ok) throw new Error(`a release cannot be refused: ${released.refusal.kind}`);
  return released.value;
}

async function dueReports(tx: Tx, at: Instant): Promise<readonly Report[]> {
  const rows = await tx
    .selectFrom('report')
    .selectAll()
    .where('state', '=', 'queued')
    .orderBy('at')
    .limit(HELD_AT_ONCE)
    .execute();
  const recent = new Map<string, number>();
  for (const about of new Set(rows.map((row) => row.about))) recent.set(about, await recentOf(tx, about, at));
  const held = rows.map((row) => ({ id: row.id as ReportId, about: row.about, at: instant(row.at) }));
  const due = new Set(dueForRelease(held, (about) => recent.get(about) ?? 0, at));
  return rows.map(reportOf).filter(({ id }) => due.has(id));
}

type Subject = { readonly stationId: StationId | null; readonly union: UnionId };

/** The station spoken of and its union; for a place the union of the county named, else the federation. */
async function subjectOf(tx: Tx, { station, place }: ReportFiling): Promise<Subject> {
  if (station !== null) {
    const row = await tx
      .selectFrom('station')
      .select(['id', 'union_id'])
      .where('code', '=', station)
      .executeTakeFirst();
    if (!row) throw new Refused({ kind: 'station-unknown', code: station });
    return { stationId: row.id as StationId, union: row.union_id as UnionId };
  }
  const region = place?.region ?? NATION;
  const union = await tx.selectFrom('union').select('id').where('id', '=', region).executeTakeFirst();
  return { stationId: null, union: (union?.id ?? NATION) as UnionId };
}

async function recentOf(tx: Tx, about: string, at: Instant): Promise<number> {
  const row = await tx
    .selectFrom('report')
    .select((one) => one.fn.countAll<number>().as('recent'))
    .where('about', '=', about)
    .where('open_at', '>', at - HOUR_MS)
    .executeTakeFirstOrThrow();
  return Number(row.recent);
}

async function freeLookup(tx: Tx, { lookupOf }: ReportFiling): Promise<Lookup> {
  for (let attempt = 0; attempt < LOOKUP_TRIES; attempt++) {
    const lookup = lookupOf(attempt);
    const taken = await tx.selectFrom('report').select('id').where('lookup', '=', lookup).executeTakeFirst();
    if (!taken) return lookup;
  }
  throw new Error('every look-up code tried is taken');
}

export async function writeReport(tx: Tx, report: Report): Promise<void> {
  const { id, ...columns } = reportRow(report);
  await tx.updateTable('report').set(columns).where('id', '=', id).execute();
}

type Chain = { readonly tx: Tx; readonly end: ChainEnd; readonly doer: Doer };

async function record(context: StoreContext, { tx, end, doer }: Chain, entries: readonly Entry[]): Promise<number> {
  return (await appendHistory(tx, end, { key: context.historyKey, doer, entries })).seq;
}

/** History says that there was a report and of what kind: what people wrote, and its picture, may name people. */
function filedEntry(report: Report): Entry {
  const { at, kind, station, union, state } = report;
  return reportEntry(report, { at, step: 'file', before: null, after: { kind, station, union, state } });
}

export function steppedEntry(before: Report, after: Report, { step, at }: Pick<Written, 'step' | 'at'>): Entry {
  return reportEntry(after, { at, step, before: { state: before.state }, after: { state: after.state } });
}

type Written = {
  readonly at: Instant;
  readonly step: string;
  readonly before: object | null;
  readonly after: object;
};

/** What belongs to a station stands in the history under the station. */
export function reportEntry({ id, stationId }: Report, { at, step, before, after }: Written): Entry {
  return {
    effectiveOn: dateText(dayOf(at)),
    subject: 'report',
    subjectId: stationId === null ? id : `${stationId}/${id}`,
    step,
    reason: null,
    before: before === null ? null : JSON.stringify(before),
    after: JSON.stringify(after),
  };
}
