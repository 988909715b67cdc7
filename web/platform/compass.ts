import { eased } from '../../shared/geo/bearing.ts';
import { headingOf } from './attitude.ts';
import type { After } from './clock.ts';

type Pointing = { readonly kind: 'pointing'; readonly degrees: number; readonly accuracy: number | null };

/** Safari alone has a compass of its own, in degrees from magnetic north; −1 where it does not know. */
type CompassEvent = DeviceOrientationEvent & {
  readonly webkitCompassHeading?: number;
  readonly webkitCompassAccuracy?: number;
};

/** Nothing heard for so long: there is no compass, or it wakes up late, which is taken all the same. */
const SILENT_MS = 1200;
/** The pointer follows the hand in about this time and stands still while the hand trembles. */
const SETTLE_MS = 180;
/** More pictures than one in so many milliseconds are not worth the battery. */
const FRAME_MS = 50;

const EVENTS = ['deviceorientationabsolute', 'deviceorientation'] as const;

type Put = (heard: Pointing | { readonly kind: 'none' }) => void;

/** Listens to the phone's compass until called off: smoothed, in whole degrees, only when they changed. */
export function compassOf(target: Window, after: After): (put: Put) => () => void {
  return (put) => {
    let last: { readonly degrees: number; readonly at: number } | null = null;
    let said: Pointing | null = null;
    const hear = (event: CompassEvent): void => {
      const read = readingOf(event, angleOf(target));
      if (read === null) return;
      const passed = last === null ? null : event.timeStamp - last.at;
      if (passed !== null && passed < FRAME_MS) return;
      const degrees = last === null || passed === null ? read.degrees : follow(last.degrees, read.degrees, passed);
      last = { degrees, at: event.timeStamp };
      const whole = Math.round(degrees) % 360;
      if (said?.degrees === whole && said.accuracy === read.accuracy) return;
      said = { kind: 'pointing', degrees: whole, accuracy: read.accuracy };
      put(said);
    };
    const callOff = after(SILENT_MS, () => {
      if (last === null) put({ kind: 'none' });
    });
    for (const name of EVENTS) target.addEventListener(name, hear);
    return () => {
      callOff();
      for (const name of EVENTS) target.removeEventListener(name, hear);
    };
  };
}

/** `ms` after it pointed at `from`, hearing `to`. However long ago, never past it. */
export function follow(from: number, to: number, ms: number): number {
  return eased(from, to, 1 - Math.exp(-ms / SETTLE_MS));
}

/** How far the picture is turned against the phone; old Safari tells by another name. Degrees. */
function angleOf(target: Window): number {
  const orientation: ScreenOrientation | undefined = target.screen.orientation;
  const old: unknown = Reflect.get(target, 'orientation');
  return orientation?.angle ?? (typeof old === 'number' ? old : 0);
}

type Reading = Omit<Pointing, 'kind'>;

/** Null for an angle that does not start at north: it says how the phone was turned, not where it points. */
function readingOf(event: CompassEvent, turned: number): Reading | null {
  const { alpha, beta, gamma, absolute, webkitCompassHeading: edge, webkitCompassAccuracy: within } = event;
  if (edge !== undefined && edge >= 0) {
    return { degrees: (edge + turned + 360) % 360, accuracy: within !== undefined && within >= 0 ? within : null };
  }
  if (!(absolute || event.type === 'deviceorientationabsolute')) return null;
  if (alpha === null || beta === null || gamma === null) return null;
  return { degrees: headingOf({ alpha, beta, gamma }, turned), accuracy: null };
}
