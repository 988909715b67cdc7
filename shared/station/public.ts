import type { PublicStation, Station } from './station.ts';

/**
 * What anybody may see of a station. Fields are copied by name, so a field added to the record stays
 * private until somebody writes it here. Throws when there is no code: such a record was never published.
 */
export function toPublic(station: Station): PublicStation {
  if (station.code === null) throw new Error('a station without a code is not public');
  return { code: station.code, ...identity(station), ...service(station) };
}

type Identity =
  | 'federationCode'
  | 'name'
  | 'brand'
  | 'aliases'
  | 'predecessor'
  | 'successor'
  | 'union'
  | 'region'
  | 'town'
  | 'address'
  | 'entrance'
  | 'point'
  | 'photos'
  | 'status'
  | 'statusNote'
  | 'openedOn';

function identity(station: Station): Pick<PublicStation, Identity> {
  return {
    federationCode: station.federationCode,
    name: station.name,
    brand: station.brand,
    aliases: station.aliases,
    predecessor: station.predecessor,
    successor: station.successor,
    union: station.union,
    region: station.region,
    town: station.town,
    address: station.address,
    entrance: station.entrance,
    point: station.point,
    photos: station.photos,
    status: station.status,
    statusNote: station.statusNote,
    openedOn: station.openedOn,
  };
}

function service(station: Station): Omit<PublicStation, Identity | 'code'> {
  return {
    kind: station.kind,
    lodging: station.lodging,
    stops: station.stops,
    area: station.area,
    tier: station.tier,
    stars: station.stars,
    ratedOn: station.ratedOn,
    validTo: station.validTo,
    honours: station.honours,
    build: station.build,
    operation: station.operation,
    hostType: station.hostType,
    hostName: station.hostName,
    amenities: station.amenities,
    toiletMetres: station.toiletMetres,
    hours: station.hours,
    access: station.access,
    publicPhone: station.publicPhone,
    origin: station.origin,
    verified: station.verified,
    verifiedOn: station.verifiedOn,
  };
}
