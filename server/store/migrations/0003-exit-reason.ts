import { sql } from 'kysely';
import { exitReasonOf } from '../../../shared/station/decide-exit.ts';
import type { Migration } from './migration.ts';

/** Why a retired station was given up, at the mark that tells phones so; of those that left before, from history. */
export const migration0003: Migration = {
  version: 3,
  up: async (tx, types) => {
    await sql.raw(`alter table mark add column exit_reason ${types.text}`).execute(tx);
    const left = await tx
      .selectFrom('history')
      .select(['subject_id', 'reason'])
      .where('subject', '=', 'station')
      .where('step', 'in', ['retire', 'end-term'])
      .orderBy('seq')
      .execute();
    // One that came back and left again keeps the later reason.
    const reasons = new Map(left.map(({ subject_id, reason }) => [subject_id, exitReasonOf(reason ?? '')]));
    for (const [station, exit] of reasons) {
      await tx
        .updateTable('mark')
        .set({ exit_reason: exit })
        .where('station', '=', station)
        .where('op', '=', 'drop')
        .where('reason', '=', 'retired')
        .execute();
    }
  },
};
