import type { Day } from '../kernel/instant.ts';
import type { Calendar } from '../station/calendar.ts';
import type { Hours } from '../station/hours.ts';
import { type CoverHours, coverageOf, coverHours, type DemandPoints, nearOf, type Places, type Told } from './cover.ts';
import { type DaySpan, type NextPlaces, nextPlaces, shortOf } from './cover-next.ts';
import { weekOpen } from './cover-week.ts';

/** A whole question of coverage as plain data: it can be posted to a thread. */
export type CoverJob = {
  readonly points: DemandPoints;
  /** `kept`: which of `hours` a station keeps. */
  readonly stations: Places & { readonly kept: Uint32Array };
  readonly hours: readonly Hours[];
  readonly calendar: Calendar;
  /** The first day of the week it is judged by. */
  readonly monday: Day;
  /** Straight metres. */
  readonly reach: number;
  /** When new stations would be open, and how many of them are looked for. */
  readonly span: DaySpan;
  readonly most: number;
};

export type CoverFound = {
  readonly weight: number;
  readonly near: number;
  readonly covered: Float64Array;
  readonly unknown: Float64Array;
  /** Hours of the week each point is covered in. */
  readonly hours: Uint8Array;
  /** Stations that were looked at, near or not. */
  readonly stationCount: number;
  readonly people: CoverHours;
  readonly next: NextPlaces;
};

/** Shares of the work up to which the weeks and then the coverage are reckoned. */
const WEEKS_PART = 0.1;
const COVER_PART = 0.5;

export function coverWith(job: CoverJob, told: Told = () => {}): CoverFound {
  const { points, stations, hours, calendar, monday, reach } = job;
  const weeks = hours.map((one, i) => {
    if (i % 256 === 0) told((WEEKS_PART * i) / hours.length);
    return weekOpen(one, monday, calendar);
  });
  const open = { lng: stations.lng, lat: stations.lat, week: stations.kept, weeks };
  const coverage = coverageOf(points, { near: nearOf(points, stations, reach), stations: open }, (share) =>
    told(WEEKS_PART + (COVER_PART - WEEKS_PART) * share),
  );
  const next = nextPlaces(
    points,
    { near: nearOf(points, points, reach), short: shortOf(points, coverage, job.span), most: job.most },
    (share) => told(COVER_PART + (1 - COVER_PART) * share),
  );
  const { weight, near, covered, unknown } = coverage;
  const people = { stationCount: stations.lng.length, people: coverHours(coverage) };
  return { weight, near, covered, unknown, hours: coverage.hours, ...people, next };
}
