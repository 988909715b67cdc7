import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { appendHistory, chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import type { SettingWrite, UnionReceipt } from '../port/unions.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';

/** See `UnionsStore.putSetting`. */
export function putSetting(
  context: StoreContext,
  command: ReportCommand,
  { union, key, value, from, reason }: SettingWrite,
): Promise<Result<UnionReceipt>> {
  return writing(context, async (tx, counter) => {
    const known = await findReply<UnionReceipt>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const there = await tx.selectFrom('union').select('id').where('id', '=', union).executeTakeFirst();
    if (!there) return { value: refuse({ kind: 'union-unknown', union }), counter, issued: false };
    // What the union itself said last for a day up to this one: history shows what was replaced or overtaken.
    const last = await tx
      .selectFrom('setting')
      .select(['value', 'from_on'])
      .where('union_id', '=', union)
      .where('key', '=', key)
      .where('from_on', '<=', from)
      .orderBy('from_on', 'desc')
      .limit(1)
      .executeTakeFirst();
    const text = JSON.stringify(value);
    await tx
      .insertInto('setting')
      .values({ union_id: union, key, value: text, from_on: from })
      .onConflict((on) => on.columns(['union_id', 'key', 'from_on']).doUpdateSet({ value: text }))
      .execute();
    const end = await chainEnd(tx, counter, command.at);
    const { seq } = await appendHistory(tx, end, {
      key: context.historyKey,
      doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
      entries: [
        {
          effectiveOn: from,
          subject: 'setting',
          subjectId: `${union}/${key}`,
          step: value === null ? 'remove' : 'put',
          reason,
          before: last ? JSON.stringify({ value: JSON.parse(last.value), from: last.from_on }) : null,
          after: JSON.stringify({ value, from }),
        },
      ],
    });
    const receipt: UnionReceipt = { union, seq, at: end.at };
    await keepReply(tx, command, { at: end.at, reply: receipt });
    return { value: ok(receipt), counter: { ...counter, seq }, issued: false };
  });
}
