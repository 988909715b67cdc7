import { sql } from 'kysely';
import type { Epoch } from '../../shared/feed/feed.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { dateText, dayOf } from '../../shared/kernel/instant.ts';
import { appendHistory, chainEnd } from './chain.ts';
import { type Counter, type Tx, takeCounter } from './engine.ts';
import { SYSTEM } from './ground.ts';

/** By how much every serial jumps when a backup was restored: more than one county issues between two backups. */
export const SERIAL_JUMP = 10_000;

export type Settling = {
  readonly mark: Counter | null;
  /** The database was made by this very opening. */
  readonly born: boolean;
  /** Somebody says that it is a restored backup, whatever the mark says. */
  readonly isRestored: boolean;
  readonly newEpoch: Epoch;
  readonly historyKey: string;
  readonly now: Instant;
};

/**
 * Compares the database with its high-water mark. A database that has come less far than the mark, or whose
 * epoch the mark does not descend from, is a restored backup: it gets a new epoch (phones start over) and
 * serials above all that may have been issued since. Returns the counter to go on with.
 */
export async function settle(tx: Tx, settling: Settling): Promise<Counter> {
  const counter = await takeCounter(tx);
  if (!(await wasRestored(tx, counter, settling))) return counter;
  const serialBase = Math.max(counter.serialBase, settling.mark?.serialBase ?? 0) + SERIAL_JUMP;
  const jump = serialBase - counter.serialBase;
  await tx
    .updateTable('code_serial')
    .set({ next: sql<number>`next + ${jump}` })
    .execute();
  await tx.updateTable('counter').set({ epoch: settling.newEpoch, serial_base: serialBase }).execute();
  await tx.insertInto('epoch').values({ epoch: settling.newEpoch, from_seq: counter.seq }).execute();
  // Who was signed in then, or invited, may have been sent away since.
  await tx.deleteFrom('account_session').execute();
  await tx.deleteFrom('account_invite').execute();
  // A pack carries its epoch inside: one of the old epoch would send phones round in circles.
  await tx.deleteFrom('pack').execute();
  const end = await chainEnd(tx, counter, settling.now);
  const entry = {
    effectiveOn: dateText(dayOf(end.at)),
    subject: 'store',
    subjectId: 'epoch',
    step: 'restore',
    reason: null,
    before: JSON.stringify({ epoch: counter.epoch, serialBase: counter.serialBase }),
    after: JSON.stringify({ epoch: settling.newEpoch, serialBase }),
  } as const;
  const { seq } = await appendHistory(tx, end, {
    key: settling.historyKey,
    doer: { ...SYSTEM, commandId: `restore:${settling.newEpoch}` },
    entries: [entry],
  });
  return { epoch: settling.newEpoch, seq, serialBase };
}

async function wasRestored(tx: Tx, counter: Counter, { mark, born, isRestored }: Settling): Promise<boolean> {
  if (isRestored) return true;
  // Without a mark nobody knows how far a database had come before; only one made just now is surely new.
  if (!mark) return !born;
  if (mark.serialBase > counter.serialBase) return true;
  if (mark.epoch === counter.epoch) return counter.seq < mark.seq;
  const ancestor = await tx.selectFrom('epoch').select('epoch').where('epoch', '=', mark.epoch).executeTakeFirst();
  return ancestor === undefined;
}
