import * as v from 'valibot';
import { AMENITIES } from '../station/amenity.ts';
import { HOST_TYPES, KINDS, ORIGINS, STATUSES, TIERS, VERIFICATIONS } from '../station/station.ts';
import { DOUBTS } from './list-filter.ts';
import type { Frozen } from './station-view.ts';

const named = v.object({ id: v.string(), name: v.string() });
const counted = v.object({ name: v.string(), count: v.number() });

/** A station as a row of the list shows it. Dates are `YYYY-MM-DD`, instants milliseconds, the point GCJ-02. */
export const ListItemView = v.object({
  id: v.string(),
  code: v.nullable(v.string()),
  federationCode: v.nullable(v.string()),
  name: v.string(),
  brand: v.nullable(v.string()),
  status: v.picklist(STATUSES),
  reason: v.nullable(v.string()),
  /** Until when it is suspended, has to be put right, or is under notice. */
  until: v.nullable(v.string()),
  kind: v.picklist(KINDS),
  union: named,
  region: named,
  town: v.nullable(v.string()),
  address: v.string(),
  point: v.object({ lng: v.number(), lat: v.number() }),
  hostType: v.nullable(v.picklist(HOST_TYPES)),
  hostName: v.nullable(v.string()),
  tier: v.picklist(TIERS),
  stars: v.number(),
  /** One line; null: nobody wrote any down. `unread`: the text that could not be read. */
  hours: v.nullable(v.string()),
  unread: v.nullable(v.string()),
  verified: v.picklist(VERIFICATIONS),
  verifiedOn: v.nullable(v.string()),
  /** How many of the five that every station should have. */
  basics: v.number(),
  broken: v.array(v.picklist(AMENITIES)),
  photos: v.number(),
  doubts: v.array(v.picklist(DOUBTS)),
  origin: v.picklist(ORIGINS),
  rev: v.number(),
  changedAt: v.number(),
});
export type ListItem = Frozen<v.InferOutput<typeof ListItemView>>;

/** `first`: the place of the first row among all that pass, from 1; 0 when there is none. */
export const ListPageView = v.object({
  asOf: v.string(),
  seq: v.number(),
  total: v.number(),
  first: v.number(),
  items: v.array(ListItemView),
  next: v.nullable(v.string()),
  previous: v.nullable(v.string()),
});

/** Of the whole branch, whatever the conditions. `towns` only where it has few enough to choose from. */
export const ListCountsView = v.object({
  asOf: v.string(),
  total: v.number(),
  status: v.record(v.string(), v.number()),
  /** Hours checked too long ago; days by the own union's setting. */
  old: v.number(),
  oldDays: v.number(),
  doubt: v.number(),
  overdue: v.number(),
  waiting: v.number(),
  unverified: v.number(),
  synthetic: v.number(),
  brands: v.array(counted),
  towns: v.array(counted),
  /** Right below the own one, those with any station in or below them. */
  regions: v.array(v.object({ id: v.string(), name: v.string(), count: v.number() })),
  unions: v.array(v.object({ id: v.string(), name: v.string(), count: v.number() })),
});

/** Places of the stations that pass, for the map beside the list; `total` may be more than are sent. */
export const ListDotsView = v.object({
  asOf: v.string(),
  total: v.number(),
  items: v.array(
    v.object({
      id: v.string(),
      code: v.nullable(v.string()),
      name: v.string(),
      status: v.picklist(STATUSES),
      lng: v.number(),
      lat: v.number(),
    }),
  ),
});

export const ListViewsView = v.object({
  views: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      query: v.record(v.string(), v.string()),
      columns: v.array(v.string()),
      shared: v.boolean(),
      /** False: a colleague's. */
      own: v.boolean(),
    }),
  ),
  /** What the account chose for the list without a view; null: what everybody sees at first. */
  columns: v.nullable(v.array(v.string())),
});

/** A file made of the list. `done` of `total` rows while it runs. */
export const ExportView = v.object({
  id: v.string(),
  name: v.string(),
  format: v.picklist(['xlsx', 'csv', 'geojson']),
  state: v.picklist(['running', 'done', 'cancelled', 'failed']),
  done: v.number(),
  total: v.number(),
  bytes: v.number(),
  at: v.number(),
  until: v.number(),
});
