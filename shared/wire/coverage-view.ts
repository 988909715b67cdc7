import * as v from 'valibot';
import { NEW_HOURS, REACHES } from '../stats/cover-rule.ts';

const named = v.object({ id: v.string(), name: v.string() });

/** Names of sets that are always there: every county's middle, and those with invented points around them. */
export const BUILT_IN_SETS = ['centres', 'example'] as const;

export const DemandSetView = v.object({
  /** One of `BUILT_IN_SETS`, or 32 hex digits. */
  id: v.string(),
  title: v.string(),
  /** Whose it is; null: built in. */
  union: v.nullable(named),
  /** Invented, or partly so: said wherever figures of it stand. */
  synthetic: v.boolean(),
  /** Of a built-in one: in the scope of whoever asks. */
  points: v.number(),
  weight: v.number(),
  at: v.nullable(v.number()),
  byName: v.nullable(v.string()),
  /** Whether who asks may take it off the list. */
  mayWithdraw: v.boolean(),
});

/** What became of a file. `set` null: nothing was kept. */
export const DemandUploadView = v.object({
  set: v.nullable(DemandSetView),
  rows: v.number(),
  refusedCount: v.number(),
  /** The first of them: number of the line, what is typed there as its name, and why. */
  refused: v.array(v.object({ row: v.number(), name: v.string(), why: v.string() })),
});

export const CoverageHead = v.object({
  period: v.string(),
  periodWords: v.string(),
  asOf: v.object({ seq: v.number(), at: v.number() }),
  union: named,
  region: v.nullable(named),
  stations: v.picklist(['real', 'synthetic']),
  set: v.object({
    id: v.string(),
    title: v.string(),
    synthetic: v.boolean(),
    /** In this scope. */
    points: v.number(),
    weight: v.number(),
  }),
  reach: v.picklist(REACHES),
  metres: v.number(),
  /** The Monday of the week it is judged by, YYYY-MM-DD. */
  monday: v.string(),
  open: v.picklist(NEW_HOURS),
  /** Where stations are counted: the scope's province, or the country. */
  within: v.string(),
  /** Stations there that are fixed and not suspended. */
  stationCount: v.number(),
  /** Of the way of reckoning. */
  version: v.number(),
  /** SHA-256 of all that is above and of the figures. */
  hash: v.string(),
});

/** Hours of the week, Monday 0:00 first: weight. */
const week = v.pipe(v.array(v.number()), v.length(168));

export const CoverageView = v.object({
  head: CoverageHead,
  /** Weight of all points, and of those with any station within reach, open or not. */
  weight: v.number(),
  near: v.number(),
  covered: week,
  /** Not covered, but near a station of which nobody knows whether it is open then. */
  unknown: week,
  people: v.object({ stations: v.number(), peopleHours: v.number(), allPeopleHours: v.number() }),
  next: v.object({
    places: v.array(
      v.object({
        name: v.string(),
        regionName: v.string(),
        lng: v.number(),
        lat: v.number(),
        /** People-hours a week. */
        gain: v.number(),
        weight: v.number(),
      }),
    ),
    open: v.number(),
    atMost: v.number(),
  }),
  /** The heaviest points, for a map: longitude, latitude, weight, hours of the week it is covered in. */
  points: v.array(v.tuple([v.number(), v.number(), v.number(), v.number()])),
});
