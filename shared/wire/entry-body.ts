import * as v from 'valibot';
import { EXIT_REASONS } from '../station/command.ts';
import {
  ACTIVITY_KINDS,
  ENTRY_KINDS,
  FUND_KINDS,
  FUND_LEVELS,
  HONOUR_RESULTS,
  INSPECTION_KINDS,
  LISTING_STATES,
  MAP_PROVIDERS,
  VISIT_CHANNELS,
} from '../station/entry.ts';
import { HONOUR_LEVELS, ORIGINS, STATUSES } from '../station/station.ts';
import { date, hexId, lineOrNull, stationId, text } from './plain.ts';

/** Shapes alone: what may stand in them is `entryFault`'s, which names the field as the form does. */
const ITEM = text(400);

export const ENTRY_BODIES = {
  inspection: v.object({
    kind: v.picklist(INSPECTION_KINDS),
    dueOn: v.nullable(date),
    looked: v.number(),
    findings: v.pipe(v.array(v.object({ item: ITEM, reason: v.nullable(v.picklist(EXIT_REASONS)) })), v.maxLength(200)),
    rectifyBy: v.nullable(date),
    rectifiedOn: v.nullable(date),
  }),
  visits: v.object({
    channel: v.picklist(VISIT_CHANNELS),
    days: v.number(),
    people: v.object({
      courier: v.number(),
      'food-rider': v.number(),
      driver: v.number(),
      sanitation: v.number(),
      other: v.number(),
    }),
  }),
  funding: v.object({ level: v.picklist(FUND_LEVELS), kind: v.picklist(FUND_KINDS), yuan: v.number() }),
  activity: v.object({
    kind: v.picklist(ACTIVITY_KINDS),
    title: ITEM,
    participants: v.number(),
    joined: v.number(),
  }),
  listing: v.object({ provider: v.picklist(MAP_PROVIDERS), state: v.picklist(LISTING_STATES) }),
  honour: v.object({ level: v.picklist(HONOUR_LEVELS), result: v.picklist(HONOUR_RESULTS), count: v.number() }),
  gift: v.object({ way: v.picklist(['in', 'out']), items: v.number(), yuan: v.nullable(v.number()) }),
  reach: v.object({ workers: v.number() }),
} as const;

const ASKED = {
  /** The entry's own, made by whoever keeps it. */
  id: hexId,
  station: v.nullable(stationId),
  /** Of the union as a whole, when there is no station; null: the asker's own. */
  union: v.nullable(v.pipe(v.string(), v.maxLength(20))),
  /** Null: a new one; otherwise the rev that is corrected. */
  basedOn: v.nullable(v.pipe(v.number(), v.integer())),
  day: date,
  note: lineOrNull(1000),
};

/** An entry that is kept, new or corrected. */
export const EntryAsk = v.variant('kind', [
  v.object({ ...ASKED, kind: v.literal('inspection'), body: ENTRY_BODIES.inspection }),
  v.object({ ...ASKED, kind: v.literal('visits'), body: ENTRY_BODIES.visits }),
  v.object({ ...ASKED, kind: v.literal('funding'), body: ENTRY_BODIES.funding }),
  v.object({ ...ASKED, kind: v.literal('activity'), body: ENTRY_BODIES.activity }),
  v.object({ ...ASKED, kind: v.literal('listing'), body: ENTRY_BODIES.listing }),
  v.object({ ...ASKED, kind: v.literal('honour'), body: ENTRY_BODIES.honour }),
  v.object({ ...ASKED, kind: v.literal('gift'), body: ENTRY_BODIES.gift }),
  v.object({ ...ASKED, kind: v.literal('reach'), body: ENTRY_BODIES.reach }),
]);
export type EntryAsk = v.InferOutput<typeof EntryAsk>;

/** Its station as lists show it. */
export const EntryStationView = v.object({
  id: v.string(),
  code: v.nullable(v.string()),
  name: v.string(),
  address: v.string(),
  status: v.picklist(STATUSES),
  origin: v.picklist(ORIGINS),
});

const SHOWN = {
  id: v.string(),
  day: v.string(),
  note: v.nullable(v.string()),
  isWithdrawn: v.boolean(),
  rev: v.number(),
  /** When it was written last, in milliseconds. */
  at: v.number(),
  union: v.object({ id: v.string(), name: v.string() }),
  station: v.nullable(EntryStationView),
  /** Whether this account may correct and withdraw it. */
  mayKeep: v.boolean(),
  /** Findings whose day has passed. */
  isOverdue: v.boolean(),
};

export const EntryView = v.variant('kind', [
  v.object({ ...SHOWN, kind: v.literal('inspection'), body: ENTRY_BODIES.inspection }),
  v.object({ ...SHOWN, kind: v.literal('visits'), body: ENTRY_BODIES.visits }),
  v.object({ ...SHOWN, kind: v.literal('funding'), body: ENTRY_BODIES.funding }),
  v.object({ ...SHOWN, kind: v.literal('activity'), body: ENTRY_BODIES.activity }),
  v.object({ ...SHOWN, kind: v.literal('listing'), body: ENTRY_BODIES.listing }),
  v.object({ ...SHOWN, kind: v.literal('honour'), body: ENTRY_BODIES.honour }),
  v.object({ ...SHOWN, kind: v.literal('gift'), body: ENTRY_BODIES.gift }),
  v.object({ ...SHOWN, kind: v.literal('reach'), body: ENTRY_BODIES.reach }),
]);

/** See `EntryTotal` of the store: `amount` is findings, people, fen, people, stations, honours, things, people. */
export const EntryTotalView = v.object({ kind: v.picklist(ENTRY_KINDS), count: v.number(), amount: v.number() });
