import type { Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { ReportId, ReportState } from '../../../shared/report/report.ts';
import { appendHistory, chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import type { Tx } from '../engine.ts';
import type { HeldReport, ReportsReceipt, ReportTaken } from '../port/inbox.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';
import { steppedEntry, writeReport } from '../reports.ts';
import { ANSWERABLE, heldOf, reportsOf } from './scope.ts';

export async function heldReport(tx: Tx, id: ReportId): Promise<HeldReport | null> {
  const row = await reportsOf(tx)
    .selectAll('r')
    .select(ANSWERABLE.as('answerable'))
    .where('r.id', '=', id)
    .executeTakeFirst();
  return row ? heldOf(row) : null;
}

type Stepping = {
  readonly reports: readonly ReportId[];
  readonly decide: (held: readonly HeldReport[], at: Instant) => Result<readonly ReportTaken[]>;
};

/** See `InboxStore.stepReports`. */
export function stepReports(
  context: StoreContext,
  command: ReportCommand,
  { reports, decide }: Stepping,
): Promise<Result<ReportsReceipt>> {
  return writing<ReportsReceipt>(context, async (tx, counter) => {
    const known = await findReply<ReportsReceipt>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const held = await loadHeld(tx, reports);
    if (held === null) return { value: refuse({ kind: 'report-not-here' }), counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    const decided = decide(held, end.at);
    if (!decided.ok) return { value: decided, counter, issued: false };
    const states = new Map<ReportId, ReportState>();
    for (const { after } of decided.value) {
      await writeReport(tx, after);
      states.set(after.id, after.state);
    }
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: decided.value.map(({ step, before, after }) => steppedEntry(before, after, { step, at: end.at })),
    });
    const receipt: ReportsReceipt = {
      commandId: command.commandId,
      at: end.at,
      reports: [...states].map(([id, state]) => ({ id, state })),
    };
    await keepReply(tx, command, { at: end.at, reply: receipt });
    return { value: ok(receipt), counter: { ...counter, seq }, issued: false };
  });
}

/** In the order asked, each once; null when one of them is of no report. */
async function loadHeld(tx: Tx, ids: readonly ReportId[]): Promise<readonly HeldReport[] | null> {
  const held: HeldReport[] = [];
  for (const id of new Set(ids)) {
    const found = await heldReport(tx, id);
    if (found === null) return null;
    held.push(found);
  }
  return held;
}
