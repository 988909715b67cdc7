import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Station } from '../../../shared/station/station.ts';
import { appendHistory, chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { DeskCommand, TaskAfterExit } from '../port/desk.ts';
import { findReply, keepReply } from '../receipt.ts';
import { loadStations } from '../stations.ts';
import { entryOf } from './beside.ts';
import { taskOf } from './rows.ts';

type Done = { readonly at: DeskCommand['at'] };
type On = { readonly command: DeskCommand; readonly task: string; readonly evidence: string };

async function taskIn(tx: Tx, id: string): Promise<TaskAfterExit | null> {
  const row = await tx
    .selectFrom('exit_task')
    .selectAll()
    .where('id', '=', id)
    .where('void_at', 'is', null)
    .executeTakeFirst();
  return row ? taskOf(row) : null;
}

/** See `DeskStore.finishTask`. */
export function finishTask(
  context: StoreContext,
  { command, task: id, evidence }: On,
  decide: (station: Station, task: TaskAfterExit) => Result<true>,
): Promise<Result<Done>> {
  return writing<Done>(context, async (tx, counter) => {
    const known = await findReply<Done>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const task = await taskIn(tx, id);
    const [station] = task === null ? [] : await loadStations(tx, [task.station]);
    if (task === null || !station) return { value: refuse({ kind: 'task-unknown' }), counter, issued: false };
    const may = decide(station, task);
    if (!may.ok) return { value: may, counter, issued: false };
    if (task.doneAt !== null) return { value: refuse({ kind: 'task-done' }), counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    await tx
      .updateTable('exit_task')
      .set({ done_at: end.at, done_by: command.actor.id, evidence })
      .where('id', '=', id)
      .execute();
    const after = { task: task.kind, done: true };
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: [entryOf(command, { subject: 'task', step: 'done', station: station.id, id, reason: evidence, after })],
    });
    await keepReply(tx, command, { at: end.at, reply: { at: end.at } });
    return { value: ok({ at: end.at }), counter: { ...counter, seq }, issued: false };
  });
}
