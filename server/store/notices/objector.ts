import { dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { appendHistory, chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import { Refused, type Tx } from '../engine.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';
import type { ObjectionRow } from '../schema.ts';

type Done = { readonly at: Instant };

/** See `NoticesStore.readObjector`. The reply kept for the command says that it was read, not what was. */
export async function readObjector(
  context: StoreContext,
  command: ReportCommand,
  objection: string,
): Promise<Result<{ readonly contact: string | null }>> {
  let contact: string | null = null;
  const read = await touching(context, { command, objection, step: 'reveal-contact' }, async (_, row) => {
    contact = row.contact;
  });
  return read.ok ? ok({ contact }) : read;
}

/** See `NoticesStore.eraseObjector`. */
export function eraseObjector(context: StoreContext, command: ReportCommand, objection: string): Promise<Result<Done>> {
  return touching(context, { command, objection, step: 'erase-contact' }, async (tx, { id }) => {
    await tx.updateTable('objection').set({ contact: null }).where('id', '=', id).execute();
  });
}

type Touch = { readonly command: ReportCommand; readonly objection: string; readonly step: string };

/** One row of history that names the objection alone, never the person. */
function touching(
  context: StoreContext,
  { command, objection, step }: Touch,
  touch: (tx: Tx, row: ObjectionRow) => Promise<void>,
): Promise<Result<Done>> {
  return writing<Done>(context, async (tx, counter) => {
    const row = await tx.selectFrom('objection').selectAll().where('id', '=', objection).executeTakeFirst();
    if (!row) throw new Refused({ kind: 'objection-unknown', lookup: objection });
    const known = await findReply<Done>(tx, command);
    if (known?.ok === false) return { value: known, counter, issued: false };
    await touch(tx, row);
    if (known) return { value: known, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: [
        {
          effectiveOn: dateText(dayOf(end.at)),
          subject: 'objection',
          subjectId: `${row.station_id}/${row.id}`,
          step,
          reason: null,
          before: null,
          after: '{}',
        },
      ],
    });
    await keepReply(tx, command, { at: end.at, reply: { at: end.at } });
    return { value: ok({ at: end.at }), counter: { ...counter, seq }, issued: false };
  });
}
