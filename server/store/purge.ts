import { dateText, dayOf } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import { appendHistory, chainEnd } from './chain.ts';
import { type StoreContext, writing } from './context.ts';
import type { Counter, Tx } from './engine.ts';
import { SYSTEM } from './ground.ts';
import type { StationRow } from './schema.ts';

/** Stations per transaction: small, so that a serving process is never held up. */
const CHUNK = 200;

/**
 * See `Store.purgeSynthetic`. Rows go; their marks become `drop withdrawn` with a fresh seq, so that phones lose
 * them; history keeps what it has (it is append-only and chained) and gets a closing row `purge` per station;
 * serials stay used. Stopped half way it is simply run again.
 */
export async function purgeSynthetic(context: StoreContext): Promise<number> {
  let [purged, after]: [number, string] = [0, ''];
  for (;;) {
    const chunk = await writing(context, async (tx, counter) => {
      const rows = await syntheticAfter(tx, after);
      const seq = rows.length === 0 ? counter.seq : await purgeRows(context, { tx, counter }, rows);
      return { value: ok(rows), counter: { ...counter, seq }, issued: false };
    });
    if (!chunk.ok) throw new Error(`a purge cannot be refused: ${chunk.refusal.kind}`);
    const last = chunk.value[chunk.value.length - 1];
    if (!last) return purged;
    purged += chunk.value.length;
    after = last.id;
  }
}

type Purged = Pick<StationRow, 'id' | 'city' | 'status'>;

function syntheticAfter(tx: Tx, after: string): Promise<readonly Purged[]> {
  return tx
    .selectFrom('station')
    .select(['id', 'city', 'status'])
    .where('origin', '=', 'synthetic')
    .where('id', '>', after)
    .orderBy('id')
    .limit(CHUNK)
    .execute();
}

type Held = { readonly tx: Tx; readonly counter: Counter };

async function purgeRows(context: StoreContext, { tx, counter }: Held, rows: readonly Purged[]): Promise<number> {
  const end = await chainEnd(tx, counter, context.now());
  const today = dateText(dayOf(end.at));
  const { seq } = await appendHistory(tx, end, {
    key: context.historyKey,
    doer: { ...SYSTEM, commandId: `purge:${end.seq + 1}` },
    entries: rows.map(({ id, status }) => ({
      effectiveOn: today,
      subject: 'station',
      subjectId: id,
      step: 'purge',
      reason: null,
      before: JSON.stringify({ status }),
      after: '{}',
    })),
  });
  for (const [i, { id, city }] of rows.entries()) {
    await tx
      .updateTable('mark')
      .set({ op: 'drop', seq: end.seq + 1 + i, reason: 'withdrawn', drop_on: today, successor: null, moved_to: null })
      .where('city', '=', city)
      .where('station', '=', id)
      .where('op', '=', 'put')
      .execute();
  }
  const ids = rows.map((row) => row.id);
  for (const table of ['plaque', 'visit_day', 'objection', 'entry'] as const) {
    await tx.deleteFrom(table).where('station_id', 'in', ids).execute();
  }
  await tx.deleteFrom('due').where('station_id', 'in', ids).execute();
  // A person written down at an example is a person all the same.
  for (const table of ['contact', 'revision', 'exit_task'] as const) {
    await tx.deleteFrom(table).where('station_id', 'in', ids).execute();
  }
  await tx.deleteFrom('station').where('id', 'in', ids).execute();
  return seq;
}
