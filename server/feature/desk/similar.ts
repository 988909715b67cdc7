import { mayDo } from '../../../shared/actor/may.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { Box, RegionCode } from '../../../shared/station/region.ts';
import { PUBLISHED, type Station, type StationId } from '../../../shared/station/station.ts';
import { nameSimilarity, normaliseName } from '../../../shared/station/text.ts';
import type { Act } from '../../http/mount.ts';
import { type Room, type Work, workOf } from './room.ts';

/** Two names of one host's stations that mean one place, as for ledgers. */
const ALIKE = 0.6;
/** More than a clerk would look through. */
const MOST = 20;
/** Metres in the shortest degree of latitude, so that a box is never too small. */
const DEGREE_METRES = 110_000;

type Asked = {
  readonly point: Gcj02;
  readonly name: string;
  readonly hostName: string | null;
  /** The county written down, where one was. */
  readonly region?: RegionCode;
  /** The station itself, which is no twin of its own. */
  readonly station: StationId | null;
  readonly metres: number;
};

export type Twin = {
  readonly station: Station;
  readonly metres: number;
  readonly why: readonly ('near' | 'host-name')[];
};

/**
 * Stations that may be the same place, the nearest first: within some metres, or in the county under the same host by a like
 * name. Of other branches only what is published, and so known to everybody.
 */
export async function similarTo(room: Room, { who, book }: Work, asked: Asked): Promise<readonly Twin[]> {
  const standing = await room.store.standingNear(countiesOf(room, asked), boxAround(asked));
  return standing
    .filter(({ id }) => id !== asked.station)
    .filter(({ status, union }) => PUBLISHED.includes(status) || book.tree.isWithin(union, who.actor.union))
    .map((station) => twinOf(station, asked))
    .filter(({ why }) => why.length > 0)
    .sort((a, b) => a.metres - b.metres || (a.station.id < b.station.id ? -1 : 1))
    .slice(0, MOST);
}

function twinOf(station: Station, asked: Asked): Twin {
  const metres = metresBetween(asked.point, station.point);
  const why: ('near' | 'host-name')[] = [];
  if (metres <= asked.metres) why.push('near');
  if (isSameHost(station, asked) && nameSimilarity(station.name, asked.name) >= ALIKE) why.push('host-name');
  return { station, metres, why };
}

function isSameHost({ hostName }: Station, asked: Asked): boolean {
  if (hostName === null || asked.hostName === null) return false;
  return normaliseName(hostName) === normaliseName(asked.hostName);
}

/** The county written down, and the one the point is in: along a border they are often not the same. */
function countiesOf({ countyOf }: Room, { point, region }: Asked): readonly RegionCode[] {
  const county = countyOf(point);
  return [...new Set([county, region ?? null].flatMap((code) => code ?? []))];
}

function boxAround({ point: { lng, lat }, metres }: Asked): Box {
  const north = metres / DEGREE_METRES;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return [lng - east, lat - north, lng + east, lat + north];
}

export function tellSimilar(room: Room): Act<'similar'> {
  return async ({ body, who }) => {
    const work = await workOf(room, who);
    const { union } = who.actor;
    const asks = mayDo(who.actor, 'read-station', { id: null, union, tree: work.book.tree });
    if (!asks.ok) return asks;
    const metres = work.book.settingsOf(union, work.at)['duplicate-metres'];
    const twins = await similarTo(room, work, { ...body, metres });
    return ok({
      items: twins.map(({ station, metres: away, why }) => ({
        id: work.book.tree.isWithin(station.union, union) ? station.id : null,
        code: station.code,
        name: station.name,
        address: station.address,
        hostName: station.hostName,
        status: station.status,
        metres: Math.round(away),
        point: { lng: station.point.lng, lat: station.point.lat },
        why,
      })),
    });
  };
}
