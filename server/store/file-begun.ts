import { dateText, dayOf, type Instant } from '../../shared/kernel/instant.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { appendHistory, chainEnd } from './chain.ts';
import { type StoreContext, writing } from './context.ts';
import type { Tx } from './engine.ts';
import type { ReportCommand } from './port/command.ts';
import { findReply, keepReply } from './receipt.ts';

type Begun = { readonly id: string };
/** What a row of a file says of who asked for it, and that it is under way. */
type Beginning = {
  readonly command_id: string;
  readonly account: string;
  readonly at: Instant;
  readonly state: 'running';
  readonly bytes: 0;
};
type Making = {
  readonly id: string;
  /** As history names it; `said`: what the file is about. */
  readonly step: string;
  readonly said: { readonly [field: string]: unknown };
  readonly insert: (tx: Tx, beginning: Beginning) => Promise<unknown>;
};

/** A file that somebody asked for: its row, one row of history, the receipt. The same command again is the same file. */
export function beginFile(
  context: StoreContext,
  command: ReportCommand,
  { id, step, said, insert }: Making,
): Promise<Result<Begun & { readonly isNew: boolean }>> {
  return writing<Begun & { readonly isNew: boolean }>(context, async (tx, counter) => {
    const known = await findReply<Begun>(tx, command);
    if (known?.ok === false) return { value: known, counter, issued: false };
    if (known) return { value: ok({ id: known.value.id, isNew: false }), counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const begun = { command_id: command.commandId, account: command.actor.id, at: end.at } as const;
    await insert(tx, { ...begun, state: 'running', bytes: 0 });
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: [
        {
          effectiveOn: dateText(dayOf(end.at)),
          subject: 'export',
          subjectId: command.commandId,
          step,
          reason: null,
          before: null,
          after: JSON.stringify(said),
        },
      ],
    });
    await keepReply(tx, command, { at: end.at, reply: { id } });
    return { value: ok({ id, isNew: true }), counter: { ...counter, seq }, issued: false };
  });
}

/** A write that history says nothing about: the file's own coming and going. */
export async function untold(context: StoreContext, work: (tx: Tx) => Promise<void>): Promise<void> {
  await writing(context, async (tx, counter) => {
    await work(tx);
    return { value: ok(true), counter, issued: false };
  });
}
