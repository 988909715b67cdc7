import { dateText } from '../../kernel/instant.ts';
import { type DefinitionVersion, type Indicator, type IndicatorId, TABLES, type TableId } from '../definition.ts';
import type { Counting, Fold } from '../fold.ts';
import { firstDayOf, type Period } from '../period.ts';
import { ACTIVITIES } from './activities.ts';
import { AMENITY_TABLE } from './amenities.ts';
import { EXIT } from './exit.ts';
import { FUNDING } from './funding.ts';
import { HONOURS } from './honours.ts';
import { HOURS } from './hours.ts';
import { INSPECTION } from './inspection.ts';
import { LISTING } from './listing.ts';
import { QUALITY } from './quality.ts';
import { STOCK } from './stock.ts';
import { VISITS } from './visits.ts';
import { VOICE } from './voice.ts';

const OF_TABLE: { readonly [T in TableId]: readonly Counting[] } = {
  stock: STOCK,
  hours: HOURS,
  amenities: AMENITY_TABLE,
  visits: VISITS,
  inspection: INSPECTION,
  exit: EXIT,
  funding: FUNDING,
  listing: LISTING,
  honours: HONOURS,
  activities: ACTIVITIES,
  quality: QUALITY,
  voice: VOICE,
};

/** Every indicator in the order of the tables, in a table in the order of its columns. */
export const INDICATORS: readonly Counting[] = TABLES.flatMap((table) => OF_TABLE[table]);

const BY_ID = new Map<string, Counting>(INDICATORS.map((counting) => [counting.id, counting]));

export function indicator(id: IndicatorId): Indicator | null {
  return BY_ID.get(id) ?? null;
}

export function indicatorsOf(table: TableId): readonly Indicator[] {
  return OF_TABLE[table];
}

/** How an indicator is counted, all versions. */
export function counting(id: IndicatorId): Counting | null {
  return BY_ID.get(id) ?? null;
}

/** The version whose dates hold the first day of the period; before the first version's, the first. */
export function versionIn(of: Indicator, period: Period): DefinitionVersion {
  const { versions } = of;
  const [first] = versions;
  if (first === undefined) throw new Error(`${of.id} has no version`);
  const day = dateText(firstDayOf(period));
  let held = first;
  for (const version of versions) if (version.from <= day) held = version;
  return held;
}

export function foldIn(of: Counting, period: Period): Fold {
  const fold = of.folds[of.versions.indexOf(versionIn(of, period))];
  if (fold === undefined) throw new Error(`${of.id} lacks the fold of a version`);
  return fold;
}
