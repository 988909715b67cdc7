import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { appendHistory, type ChainEnd, chainEnd, type Entry } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { HistoryExport } from '../port/audit.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';

/** See `AuditStore.beginHistoryExport`. */
export function beginHistoryExport(
  context: StoreContext,
  command: ReportCommand,
  said: Record<string, unknown>,
): Promise<Result<HistoryExport>> {
  return writing<HistoryExport>(context, async (tx, counter) => {
    const known = await findReply<HistoryExport>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const copy = { subject: 'export', subjectId: command.commandId, step: 'export-history', said } as const;
    const seq = await note(context, { tx, end, command }, copy);
    // Up to the row that says so, which is the last one in the file's own story.
    const made: HistoryExport = { upTo: seq, at: end.at };
    await keepReply(tx, command, { at: end.at, reply: made });
    return { value: ok(made), counter: { ...counter, seq }, issued: false };
  });
}

/** See `AuditStore.noteBackup`. */
export function noteBackup(context: StoreContext, command: ReportCommand, file: string): Promise<Result<true>> {
  return writing<true>(context, async (tx, counter) => {
    const end = await chainEnd(tx, counter, command.at);
    const copy = { subject: 'store', subjectId: 'backup', step: 'backup', said: { file } } as const;
    const seq = await note(context, { tx, end, command }, copy);
    return { value: ok(true), counter: { ...counter, seq }, issued: false };
  });
}

type Noting = { readonly tx: Tx; readonly end: ChainEnd; readonly command: ReportCommand };
type Copy = Pick<Entry, 'subject' | 'subjectId' | 'step'> & { readonly said: Record<string, unknown> };

/** One row that says that a copy was taken; its seq. */
async function note(context: StoreContext, { tx, end, command }: Noting, { said, ...copy }: Copy): Promise<number> {
  const { seq } = await appendHistory(tx, end, {
    key: context.historyKey,
    doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
    entries: [
      { ...copy, effectiveOn: dateText(dayOf(end.at)), reason: null, before: null, after: JSON.stringify(said) },
    ],
  });
  return seq;
}

/** See `AuditStore.historyExport`. */
export function historyExport(
  context: StoreContext,
  command: Pick<ReportCommand, 'commandId' | 'bodyHash' | 'actor'>,
): Promise<HistoryExport | null> {
  return context.engine.read(async (tx) => {
    const found = await findReply<Partial<HistoryExport>>(tx, { ...command, at: context.now() });
    if (!found?.ok) return null;
    const { upTo, at } = found.value;
    // Another kind of command's receipt is no ticket.
    return upTo === undefined || at === undefined ? null : { upTo, at };
  });
}
