/** Beyond this accuracy (metres) a distance is said with 约. */
const ROUGH_FIX = 100;
const RIDE_FROM = 2000;
/** Straight metres a minute, the detour already counted in. */
const WALK_SPEED = 60;
const RIDE_SPEED = 150;

export type DistanceWords = { readonly value: string; readonly unit: string };

/** `{value: '240', unit: '米'}`; a place next door has words and no unit. `accuracy` of the fix in metres. */
export function distanceParts(metres: number, accuracy: number): DistanceWords {
  const rough = accuracy > ROUGH_FIX;
  if (metres < 50) return { value: rough ? '就在附近' : '就在旁边', unit: '' };
  const about = rough ? '约 ' : '';
  const tens = Math.round(metres / 10) * 10;
  if (tens < 1000) return { value: `${about}${tens}`, unit: '米' };
  const tenths = Math.round(metres / 100) / 10;
  return { value: `${about}${tenths < 10 ? tenths : Math.round(metres / 1000)}`, unit: '公里' };
}

/** `240 米`, `1.2 公里`, `约 12 公里`, `就在旁边`. */
export function distanceText(metres: number, accuracy: number): string {
  const { value, unit } = distanceParts(metres, accuracy);
  return unit === '' ? value : `${value} ${unit}`;
}

export type Travel = { readonly by: 'walk' | 'ride'; readonly minutes: number };

/** On foot up to 2 km, then by bike. */
export function travel(metres: number): Travel {
  if (metres < RIDE_FROM) return { by: 'walk', minutes: Math.max(1, Math.round(metres / WALK_SPEED)) };
  return { by: 'ride', minutes: Math.round(metres / RIDE_SPEED) };
}

/** Beyond this nobody rides there. Minutes. */
const RIDE_MOST = 240;

/** `走 4 分钟`, `骑 34 分钟`, `骑 2 小时`; further than anybody rides `要坐车`. */
export function travelText({ by, minutes }: Travel): string {
  if (minutes > RIDE_MOST) return '要坐车';
  const verb = by === 'walk' ? '走' : '骑';
  return minutes < 100 ? `${verb} ${minutes} 分钟` : `${verb} ${Math.round(minutes / 60)} 小时`;
}

export const STRAIGHT_NOTE = '米数是直线距离，走路时间按绕路估的。';
