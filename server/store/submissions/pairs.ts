import { dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { StationId } from '../../../shared/station/station.ts';
import { appendHistory, chainEnd, type Entry } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { DifferentPair } from '../port/submissions.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';

type Receipt = { readonly commandId: string; readonly at: Instant };

export async function differentPairs(tx: Tx): Promise<readonly DifferentPair[]> {
  const rows = await tx.selectFrom('different_pair').selectAll().orderBy('at').orderBy('first_id').execute();
  return rows.map(({ first_id, second_id }) => ({ first: first_id as StationId, second: second_id as StationId }));
}

/** See `SubmissionsStore.keepDifferent`. */
export function keepDifferent(
  context: StoreContext,
  command: ReportCommand,
  { first, second, reason }: DifferentPair & { readonly reason: string },
): Promise<Result<Receipt>> {
  return writing<Receipt>(context, async (tx, counter) => {
    const known = await findReply<Receipt>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const receipt: Receipt = { commandId: command.commandId, at: end.at };
    await keepReply(tx, command, { at: end.at, reply: receipt });
    const added = await tx
      .insertInto('different_pair')
      .values({ first_id: first, second_id: second, at: end.at })
      .onConflict((there) => there.columns(['first_id', 'second_id']).doNothing())
      .executeTakeFirst();
    if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0) return { value: ok(receipt), counter, issued: false };
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: [entryOf(first, second, { reason, at: end.at }), entryOf(second, first, { reason, at: end.at })],
    });
    return { value: ok(receipt), counter: { ...counter, seq }, issued: false };
  });
}

/** Beside the station, not of its record: what replays a station's history looks for subject and id. */
function entryOf(
  station: StationId,
  other: StationId,
  { reason, at }: { readonly reason: string; readonly at: Instant },
): Entry {
  return {
    effectiveOn: dateText(dayOf(at)),
    subject: 'task',
    subjectId: `${station}/${other}`,
    step: 'not-same',
    reason,
    before: null,
    after: JSON.stringify({ what: 'different', key: other }),
  };
}
