import { bearingBetween, turnBetween } from '../../../shared/geo/bearing.ts';
import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import { sideText, stepsText, windText } from './direction.ts';

/** Whose direction the arrow is drawn against. */
export type By = 'compass' | 'walk';

/** What the screen shows and says of the way that is left. */
export type Guide =
  /** At the door as far as the phone can tell: now the words about the entrance help. */
  | { readonly kind: 'arrived' }
  | {
      readonly kind: 'way';
      readonly metres: string;
      /** `往右前方` by a heading, `往东北方向` without. */
      readonly words: string;
      /** Degrees clockwise from straight ahead; null: nothing is known of where the person looks. */
      readonly arrow: number | null;
      readonly by: By | null;
      /** `误差约 30 米`. */
      readonly within: string;
      /** Further than an arrow is of use: streets bend. */
      readonly isFar: boolean;
    };

/** Metres. Doors are wide and fixes bad: nearer than this there is nothing to point at. */
const AT_DOOR = 15;
/** However bad the fix, further than this is not there. Metres. */
const AT_MOST = 30;
/** The last stretch, where a map no longer helps. Metres. */
export const LAST_STRETCH = 300;

type Standing = {
  readonly here: { readonly point: Gcj02; readonly accuracy: number };
  readonly goal: Gcj02;
  readonly heading: { readonly degrees: number; readonly by: By } | null;
};

export function guideTo({ here, goal, heading }: Standing): Guide {
  const metres = metresBetween(here.point, goal);
  if (metres <= Math.min(AT_MOST, Math.max(AT_DOOR, here.accuracy))) return { kind: 'arrived' };
  const bearing = bearingBetween(here.point, goal);
  return {
    kind: 'way',
    metres: stepsText(metres),
    words: heading === null ? windText(bearing) : sideText(bearing, heading.degrees),
    arrow: heading === null ? null : turnBetween(heading.degrees, bearing),
    by: heading?.by ?? null,
    within: `误差约 ${errorText(here.accuracy)}`,
    isFar: metres > LAST_STRETCH,
  };
}

/** Rounded up to what a person grasps: `5 米`, `30 米`, `150 米`. */
function errorText(accuracy: number): string {
  const grain = accuracy <= 50 ? 5 : 50;
  return `${Math.max(grain, Math.ceil(accuracy / grain) * grain)} 米`;
}

/** One sentence for who cannot see the arrow. */
export function guideSentence(guide: Guide): string {
  return guide.kind === 'arrived' ? '到了' : `${guide.words} ${guide.metres}`;
}
