import * as v from 'valibot';
import { AMENITIES, AMENITY_STATES } from '../station/amenity.ts';
import { EXIT_REASONS } from '../station/command.ts';
import * as s from '../station/station.ts';

const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, '2026-11-26'));
const nullable = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
const point = v.object({ lng: v.number(), lat: v.number(), datum: v.literal('gcj02') });
const span = v.tuple([v.number(), v.number()]);
const dayRule = v.variant('kind', [
  v.object({ kind: v.literal('spans'), spans: v.array(span) }),
  v.object({ kind: v.literal('unknown') }),
]);
const week = v.pipe(v.array(dayRule), v.length(7));

export const HoursView = v.object({
  raw: nullable(v.string()),
  base: v.variant('kind', [
    v.object({ kind: v.literal('always') }),
    v.object({ kind: v.literal('unknown') }),
    v.object({ kind: v.literal('weekly'), week }),
  ]),
  holidays: v.variant('kind', [
    v.object({ kind: v.picklist(['same', 'unknown', 'closed', 'as-weekend']) }),
    v.object({ kind: v.literal('spans'), spans: v.array(span) }),
  ]),
  seasons: v.array(v.object({ from: v.string(), to: v.string(), week })),
  exceptions: v.array(v.object({ from: date, to: date, spans: v.array(span), reason: v.string() })),
});

export const OpenStateView = v.object({
  state: v.picklist(['open', 'closed', 'unknown']),
  until: v.optional(v.string()),
  opensAt: v.optional(v.string()),
});

const amenityFact = v.object({
  state: v.picklist(AMENITY_STATES),
  note: nullable(v.string()),
  confirmedOn: nullable(date),
});

/** One station as anybody may see it, with whether it is open at the asked instant. */
export const StationView = v.object({
  code: v.string(),
  name: v.string(),
  brand: nullable(v.string()),
  aliases: v.array(v.string()),
  kind: v.picklist(s.KINDS),
  status: v.picklist(s.STATUSES),
  statusNote: nullable(v.object({ reason: v.string(), since: date, until: nullable(date) })),
  predecessor: nullable(v.string()),
  successor: nullable(v.string()),
  union: v.string(),
  region: v.string(),
  town: nullable(v.string()),
  address: v.string(),
  entrance: nullable(v.string()),
  point,
  amenities: v.partial(v.object(v.entriesFromList(AMENITIES, amenityFact))),
  toiletMetres: nullable(v.number()),
  hours: HoursView,
  openState: OpenStateView,
  access: v.object({
    modes: v.array(v.picklist(s.ACCESS_MODES)),
    needsApp: nullable(v.boolean()),
    whoMayEnter: v.array(v.picklist(s.ENTRANTS)),
    free: nullable(v.boolean()),
    feeNote: nullable(v.string()),
  }),
  publicPhone: nullable(v.string()),
  hostType: nullable(v.picklist(s.HOST_TYPES)),
  hostName: nullable(v.string()),
  tier: v.picklist(s.TIERS),
  stars: v.number(),
  origin: v.picklist(s.ORIGINS),
  verified: v.picklist(s.VERIFICATIONS),
  verifiedOn: nullable(date),
});
export type StationView = Frozen<v.InferOutput<typeof StationView>>;
export type OpenStateView = v.InferOutput<typeof OpenStateView>;

/**
 * A station that left the lists, asked for by the code on an old plaque or link. `exitReason`: why it was given up, of a retired one.
 * `successor` took its place then; `current` is the published station at the end of that chain.
 */
export const GoneView = v.object({
  gone: v.literal(true),
  code: v.string(),
  name: v.string(),
  status: v.picklist(['retired', 'merged', 'relocated']),
  exitReason: nullable(v.picklist(EXIT_REASONS)),
  on: date,
  successor: nullable(v.string()),
  current: nullable(v.string()),
  region: v.string(),
  point,
  origin: v.picklist(s.ORIGINS),
});
export type GoneView = Frozen<v.InferOutput<typeof GoneView>>;

/** What we answer is made of our own records, which nobody may change. */
export type Frozen<T> = T extends string | number | boolean
  ? T // Also a branded one, which would count as an object.
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;
