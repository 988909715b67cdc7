import {
  BUILDS,
  HONOUR_LEVELS,
  HOST_TYPES,
  KINDS,
  OPERATIONS,
  ORIGINS,
  POINT_METHODS,
  TIERS,
  VERIFICATIONS,
} from '../station/station.ts';
import { SIZES, type Stand } from './stand.ts';

/**
 * What a station is by closed lists, packed into 32 bits, lowest first: kind 3, size 2, build 3, operation 3, host type 6,
 * tier 3, origin 2, verified 3, point method 3, honour levels 3 (a bit each). A list that may be null begins with it, so 0 is
 * null. Lists only ever grow at their end, so what is packed stays readable; one too long for its bits fails when loaded.
 */
const KIND = field(0, 3, KINDS);
const SIZE = field(3, 2, SIZES);
const BUILD = field(5, 3, [null, ...BUILDS]);
const OPERATION = field(8, 3, [null, ...OPERATIONS]);
const HOST_TYPE = field(11, 6, [null, ...HOST_TYPES]);
const TIER = field(17, 3, TIERS);
const ORIGIN = field(20, 2, ORIGINS);
const VERIFIED = field(22, 3, VERIFICATIONS);
const POINT_METHOD = field(25, 3, POINT_METHODS);
const HONOURS_SHIFT = 28;
const HONOUR_SETS: readonly Stand['honours'][] = Array.from({ length: 8 }, (_, bits) =>
  HONOUR_LEVELS.filter((_, at) => (bits >>> at) % 2 === 1),
);

type Field<T> = { readonly pack: (value: T) => number; readonly read: (traits: number) => T };

function field<T>(shift: number, bits: number, list: readonly T[]): Field<T> {
  const [first] = list;
  if (list.length > 2 ** bits || first === undefined) throw new Error(`a list of ${list.length} in ${bits} bits`);
  const places = new Map(list.map((value, at) => [value, at]));
  const mask = 2 ** bits - 1;
  return {
    pack: (value) => (places.get(value) ?? 0) * 2 ** shift,
    read: (traits) => list[(traits >>> shift) & mask] ?? first,
  };
}

export function packTraits(stand: Stand): number {
  const honours = HONOUR_LEVELS.reduce((bits, level, at) => bits + Number(stand.honours.includes(level)) * 2 ** at, 0);
  return (
    KIND.pack(stand.kind) +
    SIZE.pack(stand.size) +
    BUILD.pack(stand.build) +
    OPERATION.pack(stand.operation) +
    HOST_TYPE.pack(stand.hostType) +
    TIER.pack(stand.tier) +
    ORIGIN.pack(stand.origin) +
    VERIFIED.pack(stand.verified) +
    POINT_METHOD.pack(stand.pointMethod) +
    honours * 2 ** HONOURS_SHIFT
  );
}

export const TRAITS = {
  kind: KIND.read,
  size: SIZE.read,
  build: BUILD.read,
  operation: OPERATION.read,
  hostType: HOST_TYPE.read,
  tier: TIER.read,
  origin: ORIGIN.read,
  verified: VERIFIED.read,
  pointMethod: POINT_METHOD.read,
  honours: (traits: number): Stand['honours'] => HONOUR_SETS[(traits >>> HONOURS_SHIFT) & 7] ?? [],
} as const;
