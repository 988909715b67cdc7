import type { Tx } from '../engine.ts';

export type OpenObjection = { readonly id: string; readonly said: string | null };

/** Ids per statement: well below what the engines take as parameters. */
const IDS = 500;
const STEPS = ['open-notice', 'uphold-objection', 'record-objection', 'dismiss-objection'];

/** Stations among these whose notice has an objection that nobody has answered (as `openObjections` of shared/station/trail). */
export async function openObjectionsOf(tx: Tx, ids: readonly string[]): Promise<readonly OpenObjection[]> {
  const open = new Map<string, { count: number; said: string | null }>();
  for (let start = 0; start < ids.length; start += IDS) {
    const rows = await tx
      .selectFrom('history')
      .select(['subject_id', 'step', 'reason'])
      .where('subject', '=', 'station')
      .where('subject_id', 'in', ids.slice(start, start + IDS))
      .where('step', 'in', STEPS)
      .orderBy('seq')
      .execute();
    for (const { subject_id, step, reason } of rows) {
      const now = open.get(subject_id) ?? { count: 0, said: null };
      if (step === 'record-objection') open.set(subject_id, { count: now.count + 1, said: reason });
      else if (step === 'dismiss-objection') open.set(subject_id, { ...now, count: Math.max(0, now.count - 1) });
      else open.set(subject_id, { count: 0, said: null });
    }
  }
  return ids.flatMap((id) => {
    const found = open.get(id);
    return found === undefined || found.count === 0 ? [] : [{ id, said: found.said }];
  });
}
