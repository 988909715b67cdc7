import { wrapDegrees } from '../../shared/geo/bearing.ts';

/** As a browser reports how a phone is held, in degrees: turned about z, then x, then y (W3C Device Orientation). */
export type Attitude = { readonly alpha: number; readonly beta: number; readonly gamma: number };

const RADIAN = Math.PI / 180;

/**
 * Where a person looks who holds the phone like this: the upper edge of the screen and the back of the phone, added and
 * laid on the ground. Either alone fails, the edge when the phone stands upright, the back when it lies flat. `turned`:
 * degrees the picture is turned against the phone. Degrees clockwise from the north of `alpha`.
 */
export function headingOf({ alpha, beta, gamma }: Attitude, turned: number): number {
  const [sinA, cosA] = [Math.sin(alpha * RADIAN), Math.cos(alpha * RADIAN)];
  const [sinB, cosB] = [Math.sin(beta * RADIAN), Math.cos(beta * RADIAN)];
  const [sinC, cosC] = [Math.sin(gamma * RADIAN), Math.cos(gamma * RADIAN)];
  const right = Math.sin(turned * RADIAN);
  const up = Math.cos(turned * RADIAN);
  // The rows of Z·X·Y that lie on the ground, times (right, up, −1).
  const east = (cosA * cosC - sinA * sinB * sinC) * right - cosB * sinA * up - (cosC * sinA * sinB + cosA * sinC);
  const north = (cosC * sinA + cosA * sinB * sinC) * right + cosA * cosB * up - (sinA * sinC - cosA * cosC * sinB);
  return wrapDegrees(Math.atan2(east, north) / RADIAN);
}
