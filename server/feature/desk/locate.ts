import { mayDo } from '../../../shared/actor/may.ts';
import { toGcj02 } from '../../../shared/geo/datum.ts';
import { gcj02, isInChinaBox } from '../../../shared/geo/point.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { NATION } from '../../../shared/station/region.ts';
import type { Act } from '../../http/mount.ts';
import { type Room, workOf } from './room.ts';

/** A station's coordinates as somebody pasted them: where that is in our datum, and in whose county. */
export function locate(room: Room): Act<'locate'> {
  return async ({ body: { lng, lat, datum }, who }) => {
    const { book } = await workOf(room, who);
    const { union } = who.actor;
    const asks = mayDo(who.actor, 'read-station', { id: null, union, tree: book.tree });
    if (!asks.ok) return asks;
    if (!isInChinaBox({ lng, lat })) return refuse({ kind: 'point-abroad', field: 'point', lng, lat });
    const exact = toGcj02({ lng, lat }, datum);
    const point = gcj02(Math.round(exact.lng * 1e6) / 1e6, Math.round(exact.lat * 1e6) / 1e6);
    const county = room.countyOf(point);
    return ok({
      point,
      county,
      countyName: county === null ? null : room.regions.fullName(county),
      inBranch: county !== null && room.regions.isWithin(county, book.get(union)?.region ?? NATION),
    });
  };
}
