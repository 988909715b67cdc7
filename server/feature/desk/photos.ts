import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import type { StationId, UnionId } from '../../../shared/station/station.ts';
import type { Act } from '../../http/mount.ts';
import { cleanPicture } from '../photos/picture.ts';
import { type Room, rolesFor, type Work, workOf } from './room.ts';

/**
 * Draws a photo anew and keeps it on the shelf of stations. From then on whoever knows its name can see it, also before its
 * station is published: the name is 128 bits of the picture's own hash, which nobody guesses and no list tells until then.
 */
export function putPhoto(room: Room): Act<'photoPut'> {
  return async ({ query, upload, who }) => {
    const work = await workOf(room, who);
    const fault = await placeFault(room, work, { station: query.station ?? null, union: query.union ?? null });
    if (fault !== null) return refuse(fault);
    const clean = await cleanPicture(upload);
    return clean.ok ? ok({ name: await room.photos.stations.put(clean.value) }) : clean;
  };
}

type Place = { readonly station: StationId | null; readonly union: string | null };

/** For a station that is not saved yet its union is asked, and the own one where nobody says. */
async function placeFault(room: Room, work: Work, { station: id, union }: Place): Promise<Refusal | null> {
  const [station] = id === null ? [] : await room.store.stationsById([id]);
  const home = station?.union ?? ((union ?? work.who.actor.union) as UnionId);
  const on = { id: id ?? ('' as StationId), union: home };
  const roles = [...rolesFor(work, 'draft', on), ...rolesFor(work, 'revise', on)];
  return roles.some((role) => role !== 'keeper') ? null : { kind: 'not-permitted', step: 'revise' };
}
