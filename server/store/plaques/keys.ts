import { dateText, dayOf, type Instant, instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { keyIdOf, type PlaqueKeyId } from '../../../shared/station/plaque-key.ts';
import { appendHistory, chainEnd } from '../chain.ts';
import { type StoreContext, writing } from '../context.ts';
import { type Counter, Refused, type Tx } from '../engine.ts';
import type { PlaqueKey } from '../port/plaques.ts';
import type { ReportCommand } from '../port.ts';
import { findReply, keepReply } from '../receipt.ts';

/** See `PlaquesStore.plaqueKeys`. */
export async function readKeys(tx: Tx): Promise<readonly PlaqueKey[]> {
  const rows = await tx.selectFrom('plaque_key').selectAll().orderBy('made_at').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id as PlaqueKeyId,
    madeAt: instant(row.made_at),
    retiredAt: row.retired_at === null ? null : instant(row.retired_at),
  }));
}

/** See `PlaquesStore.beginPlaqueKey`. */
export function beginKey(context: StoreContext, command: ReportCommand): Promise<Result<PlaqueKey>> {
  return changing(context, command, async ({ tx, at, record }) => {
    const key: PlaqueKey = { id: keyIdOf((await readKeys(tx)).length + 1), madeAt: at, retiredAt: null };
    await tx.insertInto('plaque_key').values({ id: key.id, made_at: at, retired_at: null }).execute();
    await record(key, { step: 'begin-key', reason: null });
    return key;
  });
}

/** See `PlaquesStore.retirePlaqueKey`. A key that is retired stays so, since when it was first. */
export function retireKey(
  context: StoreContext,
  command: ReportCommand,
  { key: id, reason }: { readonly key: PlaqueKeyId; readonly reason: string },
): Promise<Result<PlaqueKey>> {
  return changing(context, command, async ({ tx, at, record }) => {
    const keys = await readKeys(tx);
    const key = keys.find((one) => one.id === id);
    if (!key) throw new Refused({ kind: 'plaque-key-unknown', key: id });
    if (key.retiredAt !== null) return key;
    const inUse = keys.filter(({ retiredAt }) => retiredAt === null);
    if (inUse[inUse.length - 1]?.id === id) throw new Refused({ kind: 'plaque-key-current', key: id });
    await tx.updateTable('plaque_key').set({ retired_at: at }).where('id', '=', id).execute();
    const retired = { ...key, retiredAt: at };
    await record(retired, { step: 'retire-key', reason });
    return retired;
  });
}

type Why = { readonly step: string; readonly reason: string | null };
type Changing = {
  readonly tx: Tx;
  readonly at: Instant;
  record(key: PlaqueKey, why: Why): Promise<void>;
};

/** One change of the keys under one command: asked twice, done once. */
function changing(
  context: StoreContext,
  command: ReportCommand,
  change: (changing: Changing) => Promise<PlaqueKey>,
): Promise<Result<PlaqueKey>> {
  return writing<PlaqueKey>(context, async (tx, counter) => {
    const known = await findReply<PlaqueKey>(tx, command);
    if (known) return { value: known, counter, issued: false };
    const end = await chainEnd(tx, counter, command.at);
    let last: Counter = counter;
    const key = await change({
      tx,
      at: end.at,
      record: async ({ id, retiredAt }, { step, reason }) => {
        const { seq } = await appendHistory(tx, end, {
          key: context.historyKey,
          doer: { commandId: command.commandId, actor: command.actor.id, union: command.actor.union },
          entries: [
            {
              effectiveOn: dateText(dayOf(end.at)),
              subject: 'plaque',
              subjectId: `key/${id}`,
              step,
              reason,
              before: retiredAt === null ? null : JSON.stringify({ retiredAt: null }),
              after: JSON.stringify({ retiredAt }),
            },
          ],
        });
        last = { ...counter, seq };
      },
    });
    await keepReply(tx, command, { at: end.at, reply: key });
    return { value: ok(key), counter: last, issued: false };
  });
}
