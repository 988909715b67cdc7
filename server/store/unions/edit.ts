import type { Hanging, Union, UnionChange } from '../../../shared/actor/union-edit.ts';
import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { appendHistory, type ChainEnd, chainEnd, type Entry } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import { readUnions } from '../groundread.ts';
import type { UnionReceipt } from '../port/unions.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';

type Editing = { readonly union: UnionId; readonly step: string; readonly reason: string | null };
type Asked = {
  readonly editing: Editing;
  readonly decide: (all: readonly Union[], hanging: Hanging) => Result<UnionChange | null>;
};

/** Stations that still count on a union: a record that is gone for good only remembers it. */
const GONE = ['retired', 'merged', 'relocated', 'abandoned'];

/** See `UnionsStore.editUnion`. */
export function editUnion(
  context: StoreContext,
  command: ReportCommand,
  { editing, decide }: Asked,
): Promise<Result<UnionReceipt>> {
  return writing(context, async (tx, counter) => {
    const known = await findReply<UnionReceipt>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const decided = decide(await readUnions(tx), await hangingOn(tx, editing.union));
    if (!decided.ok) return { value: decided, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const change = decided.value;
    const seq = change === null ? counter.seq : await write(context, { tx, end, command, editing }, change);
    const receipt: UnionReceipt = { union: editing.union, seq, at: end.at };
    await keepReply(tx, command, { at: end.at, reply: receipt });
    return { value: ok(receipt), counter: { ...counter, seq }, issued: false };
  });
}

async function hangingOn(tx: Tx, union: UnionId): Promise<Hanging> {
  const count = (query: { count: number | string | bigint }) => Number(query.count);
  const stations = await tx
    .selectFrom('station')
    .select((one) => one.fn.countAll().as('count'))
    .where('union_id', '=', union)
    .where('status', 'not in', GONE)
    .executeTakeFirstOrThrow();
  const accounts = await tx
    .selectFrom('account')
    .select((one) => one.fn.countAll().as('count'))
    .where('union_id', '=', union)
    .where('disabled', '=', 0)
    .executeTakeFirstOrThrow();
  return { stations: count(stations), accounts: count(accounts) };
}

type Writing = {
  readonly tx: Tx;
  readonly end: ChainEnd;
  readonly command: ReportCommand;
  readonly editing: Editing;
};

async function write(
  context: StoreContext,
  { tx, end, command, editing }: Writing,
  { before, after }: UnionChange,
): Promise<number> {
  const { id, parent, name, region, closedOn } = after;
  const columns = { parent, name, region, closed_on: closedOn };
  if (before === null)
    await tx
      .insertInto('union')
      .values({ id, ...columns })
      .execute();
  else await tx.updateTable('union').set(columns).where('id', '=', id).execute();
  const entry: Entry = {
    effectiveOn: dateText(dayOf(end.at)),
    subject: 'union',
    subjectId: id,
    step: editing.step,
    reason: editing.reason,
    before: before === null ? null : JSON.stringify(differing(before, after)),
    after: JSON.stringify(before === null ? { parent, name, region, closedOn } : differing(after, before)),
  };
  const doer = { commandId: command.commandId, actor: command.actor.id, union: command.actor.union };
  return (await appendHistory(tx, end, { key: context.historyKey, doer, entries: [entry] })).seq;
}

const FIELDS = ['parent', 'name', 'region', 'closedOn'] as const;

/** The fields of one in which it is not like the other. */
function differing(one: Union, other: Union): Record<string, unknown> {
  return Object.fromEntries(FIELDS.filter((field) => one[field] !== other[field]).map((field) => [field, one[field]]));
}
