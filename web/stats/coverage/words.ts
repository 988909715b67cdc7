import type { NewHours, Reach } from '../../../shared/stats/cover-rule.ts';
import { WALK } from '../../../shared/stats/cover-rule.ts';
import { numberText } from '../../desk/parts/number-text.ts';

export const REACH_WORDS: { readonly [R in Reach]: string } = {
  '500m': '500 米',
  '1km': '1 公里',
  '2km': '2 公里',
  'walk-15': '走 15 分钟',
};

/** How far that is in a straight line: `1 公里`, `750 米`. */
export function reachText({ reach, metres }: { readonly reach: Reach; readonly metres: number }): string {
  return reach === 'walk-15' ? `${numberText(metres)} 米` : REACH_WORDS[reach];
}

/** The way on foot in words: speed, detour, and the straight line that comes of it. */
export function reachRule(reach: Reach, metres: number): string {
  if (reach !== 'walk-15') return `直线 ${reachText({ reach, metres })}以内`;
  return `走 ${WALK.minutes} 分钟：按每小时 ${WALK.kmPerHour} 公里、绕路系数 ${WALK.detour}，合直线 ${reachText({ reach, metres })}以内`;
}

export const OPEN_WORDS: { readonly [N in NewHours]: string } = {
  'all-day': '全天开',
  day: '8:00 到 20:00',
  night: '20:00 到次日 8:00',
};

export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** `周三 14 点` of an hour of the week. */
export function hourWord(hour: number): string {
  return `${WEEKDAYS[Math.floor(hour / 24)]} ${hour % 24} 点`;
}

/** Parts of a hundred, to one decimal. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

export function percentText(part: number, whole: number): string {
  const share = percent(part, whole);
  return share === null ? '—' : `${share.toFixed(1)}%`;
}
