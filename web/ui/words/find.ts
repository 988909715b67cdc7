import type { Instant } from '../../../shared/kernel/instant.ts';
import type { SyncProblem } from '../../sync/state.ts';
import { type NeedId, needOf } from './chips.ts';
import { keepsNothing } from './keeps.ts';
import { followed, led, pastText } from './time.ts';

const MINUTE_MS = 60_000;

/** `刚刚定位`, `今天 14:05 定位`. */
export function fixedText(at: Instant, now: Instant): string {
  return now - at < 2 * MINUTE_MS ? '刚刚定位' : `${pastText(at, now)} 定位`;
}

export type TroubleKind = 'refused' | 'timeout' | 'unavailable' | 'insecure';

/** Why there is no fix, as one clause. */
export const TROUBLE_WORDS: { readonly [kind in TroubleKind]: string } = {
  refused: '没有定位权限',
  timeout: '等了一会儿还没定到位',
  unavailable: '手机现在定不了位',
  insecure: '这个网址定不了位',
};

export const TROUBLE_ADVICE: { readonly [kind in TroubleKind]: string } = {
  refused: '到浏览器设置里允许定位后再试，或者自己选一个地方。位置只在手机里用，不会发出去。',
  timeout: '走到室外再试，或者自己选一个地方。',
  unavailable: '打开手机的定位开关再试，或者自己选一个地方。',
  insecure: '网址不是 https，浏览器不给这样的网页定位。自己选一个地方，一样能找。',
};

const NO_NAMES = '这里的站名和地址还没下载。';

/** Said when reaching the server brought nothing. `asOf`: when what is shown was fetched; null: names of this city never were. */
export function problemSentence(problem: SyncProblem, asOf: string | null): string {
  switch (problem) {
    case 'offline':
      return asOf === null ? `没有网，${NO_NAMES}` : `${led('没有网，用的是', followed(asOf, '存的'))}。`;
    case 'captive':
      return asOf === null
        ? `连上的网要先登录，${NO_NAMES}`
        : `${led('连上的网要先登录，名单还是', followed(asOf, '的'))}。`;
    case 'server':
      return asOf === null ? `没连上，${NO_NAMES}` : `${led('没连上，名单还是', followed(asOf, '的'))}。`;
    case 'storage-full':
      return '手机空间不够，新的名单存不下。删掉些东西再试。';
    case 'storage-refused':
    case 'insecure':
      return keepsNothing(problem);
  }
}

export const CLOCK_OFF = '手机的时间好像慢了，开门时间可能说不准。';

/** `有厕所、热饭的`; empty when nothing was asked for. */
export function wantedText(want: readonly NeedId[]): string {
  return want.length === 0 ? '' : `有${needsText(want)}的`;
}

export function needsText(want: readonly NeedId[]): string {
  return want.map((id) => needOf(id).word).join('、');
}

/** `另有 4 个已关门、1 个暂停`. `most`: beyond it one stops counting. */
export function shutText(shut: { closed: number; suspended: number; most: number }): string {
  const { closed, suspended, most } = shut;
  const many = closed + suspended >= most ? '多' : '';
  const parts = [closed > 0 ? `${closed} ${many}个已关门` : '', suspended > 0 ? `${suspended} 个暂停` : ''];
  return `另有 ${parts.filter((part) => part !== '').join('、')}`;
}

/** For the live region: `附近 6 个开着，最近 240 米`. */
export function announceText(open: number, nearest: string | null): string {
  return nearest === null ? '附近没有开着的' : `附近 ${open} 个开着，最近 ${nearest}`;
}
