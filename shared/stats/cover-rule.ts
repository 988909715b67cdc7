import type { DaySpan } from './cover-next.ts';

/** How far people go to a station. */
export const REACHES = ['500m', '1km', '2km', 'walk-15'] as const;
export type Reach = (typeof REACHES)[number];

/** As the phones' minutes have it: 4.5 km an hour, and a way a quarter longer than the straight line. */
export const WALK = { kmPerHour: 4.5, detour: 1.25, minutes: 15 } as const;

const METRES: { readonly [R in Reach]: number } = {
  '500m': 500,
  '1km': 1000,
  '2km': 2000,
  'walk-15': Math.round(((WALK.kmPerHour * 1000) / 60 / WALK.detour) * WALK.minutes),
};

/** Straight metres, GCJ-02. */
export function metresOf(reach: Reach): number {
  return METRES[reach];
}

/** When a new station would be open. */
export const NEW_HOURS = ['all-day', 'day', 'night'] as const;
export type NewHours = (typeof NEW_HOURS)[number];

const SPANS: { readonly [N in NewHours]: DaySpan } = {
  'all-day': { from: 0, to: 24 },
  day: { from: 8, to: 20 },
  night: { from: 20, to: 8 },
};

export function spanOf(hours: NewHours): DaySpan {
  return SPANS[hours];
}

/** New places that are looked for. */
export const NEXT_PLACES = 20;
