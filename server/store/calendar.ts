import { dateText, dayOf } from '../../shared/kernel/instant.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { CalendarYear } from '../../shared/station/calendar.ts';
import { appendHistory, chainEnd } from './chain.ts';
import { type StoreContext, writing } from './context.ts';
import type { CommandEnvelope, Receipt } from './port.ts';
import { findReceipt, keepReceipt } from './receipt.ts';

/** See `Store.putCalendarYear`: a year replaces the one stored before; history keeps both. */
export function putCalendarYear(
  context: StoreContext,
  year: CalendarYear,
  envelope: Omit<CommandEnvelope, 'load'>,
): Promise<Result<Receipt>> {
  return writing(context, async (tx, counter) => {
    const known = await findReceipt(tx, envelope);
    if (known) return { value: known, counter, issued: false };
    const stored = await tx.selectFrom('calendar_year').select('body').where('year', '=', year.year).executeTakeFirst();
    const body = JSON.stringify(year);
    const end = await chainEnd(tx, counter, envelope.at);
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: envelope.commandId, actor: envelope.actor.id, union: envelope.actor.union },
      entries: [
        {
          effectiveOn: dateText(dayOf(end.at)),
          subject: 'calendar',
          subjectId: String(year.year),
          step: 'put',
          reason: null,
          before: stored?.body ?? null,
          after: body,
        },
      ],
    });
    await tx
      .insertInto('calendar_year')
      .values({ year: year.year, body })
      .onConflict((on) => on.column('year').doUpdateSet({ body }))
      .execute();
    const receipt: Receipt = { commandId: envelope.commandId, at: end.at, stations: [], seq };
    await keepReceipt(tx, envelope, receipt);
    return { value: ok(receipt), counter: { ...counter, seq }, issued: false };
  });
}
