import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { Station } from '../../../shared/station/station.ts';
import type { Act } from '../../http/mount.ts';
import { commandOf, type Room, rolesFor, type Work, workOf } from './room.ts';

/** Officers of the own branch go and see to it; whoever retired the station may say so too. */
export function mayFinish(work: Work, station: Station): boolean {
  return rolesFor(work, 'propose-exit', station).length > 0 || rolesFor(work, 'retire', station).length > 0;
}

export function finishTask(room: Room): Act<'taskDone'> {
  return async ({ params, body, who }) => {
    const work = await workOf(room, who);
    const done = await room.store.finishTask(
      commandOf(work, body.id, [params.id, body]),
      { task: params.id, evidence: body.evidence },
      // In another branch there is no such task.
      (station) => (mayFinish(work, station) ? ok(true) : refuse({ kind: 'task-unknown' })),
    );
    return done.ok ? ok({ task: params.id, doneAt: done.value.at }) : done;
  };
}
