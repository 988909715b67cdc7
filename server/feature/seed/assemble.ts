import type { Station } from '../../../shared/station/station.ts';

export type Identity = Pick<
  Station,
  | 'id'
  | 'code'
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
  | 'source'
  | 'pointMethod'
  | 'photos'
  | 'hostType'
  | 'hostName'
  | 'uscc'
  | 'publicPhone'
  | 'origin'
  | 'rev'
>;
export type Running = Pick<
  Station,
  'stars' | 'ratedOn' | 'validTo' | 'build' | 'operation' | 'contractFrom' | 'contractTo'
>;

export type Conduct = { readonly running: Running } & Pick<
  Station,
  'area' | 'toiletMetres' | 'verified' | 'verifiedOn' | 'status' | 'statusNote' | 'openedOn'
>;

export type Offer = Pick<Station, 'kind' | 'stops' | 'hours' | 'tier' | 'lodging' | 'amenities' | 'access' | 'honours'>;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one literal of all fields; spreading the parts takes 20 times as long
export function assemble(identity: Identity, conduct: Conduct, offer: Offer): Station {
  return {
    id: identity.id,
    code: identity.code,
    federationCode: identity.federationCode,
    name: identity.name,
    brand: identity.brand,
    aliases: identity.aliases,
    predecessor: identity.predecessor,
    successor: identity.successor,
    union: identity.union,
    region: identity.region,
    town: identity.town,
    address: identity.address,
    entrance: identity.entrance,
    point: identity.point,
    source: identity.source,
    pointMethod: identity.pointMethod,
    photos: identity.photos,
    hostType: identity.hostType,
    hostName: identity.hostName,
    uscc: identity.uscc,
    publicPhone: identity.publicPhone,
    origin: identity.origin,
    rev: identity.rev,
    kind: offer.kind,
    lodging: offer.lodging,
    stops: offer.stops,
    area: conduct.area,
    tier: offer.tier,
    stars: conduct.running.stars,
    ratedOn: conduct.running.ratedOn,
    validTo: conduct.running.validTo,
    honours: offer.honours,
    build: conduct.running.build,
    operation: conduct.running.operation,
    contractFrom: conduct.running.contractFrom,
    contractTo: conduct.running.contractTo,
    amenities: offer.amenities,
    toiletMetres: conduct.toiletMetres,
    hours: offer.hours,
    access: offer.access,
    verified: conduct.verified,
    verifiedOn: conduct.verifiedOn,
    status: conduct.status,
    statusNote: conduct.statusNote,
    openedOn: conduct.openedOn,
  };
}
