import { turnBetween, wrapDegrees } from '../../../shared/geo/bearing.ts';

const EIGHTH = 45;

const WINDS = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'] as const;
const SIDES = ['前', '右前方', '右', '右后方', '后', '左后方', '左', '左前方'] as const;

function eighth(degrees: number): number {
  return Math.round(wrapDegrees(degrees) / EIGHTH) % 8;
}

/** `往东北方向`, `往北`: which way on the ground, for who cannot be shown an arrow. */
export function windText(bearing: number): string {
  const wind = WINDS[eighth(bearing)] ?? '北';
  return wind.length === 1 ? `往${wind}` : `往${wind}方向`;
}

/** `往前走`, `往右前方`, `往回走`: as seen by who looks towards `heading`. */
export function sideText(bearing: number, heading: number): string {
  const side = SIDES[eighth(turnBetween(heading, bearing))] ?? '前';
  if (side === '前') return '往前走';
  return side === '后' ? '往回走' : `往${side}`;
}

/** Close to a door tens of metres are too coarse: `35 米`, `120 米`, `1.2 公里`. */
export function stepsText(metres: number): string {
  if (metres >= 995) return `${(metres / 1000).toFixed(metres < 9950 ? 1 : 0)} 公里`;
  const grain = metres < 50 ? 5 : 10;
  return `${Math.max(grain, Math.round(metres / grain) * grain)} 米`;
}

/** The pointer is turned on from where it stands, the short way, so that it never spins past north. */
export function turnedOn(shown: number, towards: number): number {
  return shown + turnBetween(shown, towards);
}
