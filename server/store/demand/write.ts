import { addDays, dateText, dayOf, instantAt } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { appendHistory, chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import { Refused, type Tx } from '../engine.ts';
import { insertRows } from '../insert.ts';
import type { DemandPoint, DemandSet, NewDemand } from '../port/demand.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';
import { DEGREE, findSet, UNIT } from './read.ts';
import type { DemandPointRow } from './tables.ts';

/** Points of one transaction: others write in between. */
const AT_ONCE = 200;
const COLUMNS = [
  'set_id',
  'n',
  'name',
  'lng',
  'lat',
  'weight',
  'region',
] as const satisfies readonly (keyof DemandPointRow)[];

/** See `DemandStore.keepDemand`. */
export async function keepDemand(
  context: StoreContext,
  command: ReportCommand,
  made: NewDemand,
): Promise<Result<DemandSet>> {
  const known = await context.engine.read((tx) => findReply<DemandSet>(tx, command));
  if (known) return known;
  const rows = made.points.map((point, n) => rowOf(command.commandId, n, point));
  await layDown(context, { command, made, rows });
  return writing<DemandSet>(context, async (tx, counter) => {
    const again = await findReply<DemandSet>(tx, command);
    if (again) return { value: again, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const weight = rows.reduce((sum, row) => sum + row.weight, 0);
    const kept = { state: 'kept', at: end.at, points: rows.length, weight };
    await tx.updateTable('demand_set').set(kept).where('id', '=', command.commandId).execute();
    const set = await findSet(tx, command.commandId);
    if (set === null) throw new Error('a set of demand points vanished while it was kept');
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: [
        {
          effectiveOn: dateText(dayOf(end.at)),
          subject: 'demand',
          subjectId: set.id,
          step: 'upload',
          reason: null,
          before: null,
          after: JSON.stringify({ union: set.union, title: set.title, file: set.file, points: set.points }),
        },
      ],
    });
    await keepReply(tx, command, { at: end.at, reply: set });
    return { value: ok(set), counter: { ...counter, seq }, issued: false };
  });
}

type Laying = { readonly command: ReportCommand; readonly made: NewDemand; readonly rows: readonly DemandPointRow[] };

/** What broke off before, under this id or a day ago, was told to nobody and goes first. */
async function layDown(context: StoreContext, { command, made, rows }: Laying): Promise<void> {
  const id = command.commandId;
  await quietly(context, async (tx) => {
    const yesterday = instantAt(addDays(dayOf(command.at), -1), 0);
    const stale = await tx
      .selectFrom('demand_set')
      .select('id')
      .where('state', '=', 'staging')
      .where((one) => one.or([one('id', '=', id), one('at', '<', yesterday)]))
      .execute();
    for (const old of stale) {
      await tx.deleteFrom('demand_point').where('set_id', '=', old.id).execute();
      await tx.deleteFrom('demand_set').where('id', '=', old.id).execute();
    }
    const { union, title, file } = made;
    const head = { id, union_id: union, title, file, actor: command.actor.id };
    await tx
      .insertInto('demand_set')
      .values({ ...head, state: 'staging', at: command.at, points: 0, weight: 0 })
      .execute();
  });
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await quietly(context, async (tx) => {
      const part = rows.slice(start, start + AT_ONCE);
      await insertRows(tx, { table: 'demand_point', columns: COLUMNS, tail: '' }, part);
    });
  }
}

async function quietly(context: StoreContext, work: (tx: Tx) => Promise<void>): Promise<void> {
  const done = await writing<true>(context, async (tx, counter) => {
    await work(tx);
    return { value: ok(true), counter, issued: false };
  });
  if (!done.ok) throw new Error(`laying points down cannot be refused: ${done.refusal.kind}`);
}

function rowOf(set: string, n: number, { name, point, weight, region }: DemandPoint): DemandPointRow {
  return {
    set_id: set,
    n,
    name,
    lng: Math.round(point.lng * DEGREE),
    lat: Math.round(point.lat * DEGREE),
    weight: Math.round(weight * UNIT),
    region,
  };
}

/** See `DemandStore.withdrawDemand`. */
export function withdrawDemand(
  context: StoreContext,
  command: ReportCommand,
  { set: id, reason }: { readonly set: string; readonly reason: string },
): Promise<Result<DemandSet>> {
  return writing<DemandSet>(context, async (tx, counter) => {
    const known = await findReply<DemandSet>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const before = await findSet(tx, id);
    if (before === null) throw new Refused({ kind: 'demand-unknown' });
    if (before.state === 'withdrawn') throw new Refused({ kind: 'demand-withdrawn' });
    const after: DemandSet = { ...before, state: 'withdrawn' };
    await tx.updateTable('demand_set').set({ state: after.state }).where('id', '=', id).execute();
    const end = await chainEnd(tx, counter, command.at);
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: [
        {
          effectiveOn: dateText(dayOf(end.at)),
          subject: 'demand',
          subjectId: id,
          step: 'withdraw',
          reason,
          before: JSON.stringify({ state: before.state }),
          after: JSON.stringify({ state: after.state }),
        },
      ],
    });
    await keepReply(tx, command, { at: end.at, reply: after });
    return { value: ok(after), counter: { ...counter, seq }, issued: false };
  });
}
