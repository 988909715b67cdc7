import { OCCUPATIONS, VISIT_CHANNELS } from '../../station/entry.ts';
import type { IndicatorId } from '../definition.ts';
import { indicatorId } from './make.ts';

/** Wholes about people and the columns of the same table that add up to them: none may give another away. */
export const WHOLES: readonly { readonly whole: IndicatorId; readonly parts: readonly IndicatorId[] }[] = [
  {
    whole: indicatorId('visits.reported'),
    parts: VISIT_CHANNELS.map((channel) => indicatorId(`visits.by-${channel}`)),
  },
  {
    whole: indicatorId('visits.reported'),
    parts: OCCUPATIONS.map((occupation) => indicatorId(`visits.of-${occupation}`)),
  },
];

/** Measures of the same people in another unit: small ones say nothing of few people, but they are kept back with their leader. */
export const FOLLOWERS: ReadonlyMap<IndicatorId, IndicatorId> = new Map([
  [indicatorId('visits.daily'), indicatorId('visits.reported')],
  [indicatorId('visits.per-day-median'), indicatorId('visits.reported')],
]);
