import { type DateText, type Day, parseDate } from '../../../shared/kernel/instant.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { wholeDate } from './time.ts';

type Checked = Pick<PublicStation, 'verified' | 'verifiedOn'>;

/** `今天`, `昨天`, `3 天前`, `2 个月前`, `1 年前`. A day after today counts as today: phones' clocks run late. */
export function agoText(day: Day, today: Day): string {
  const days = today - day;
  if (days <= 0) return '今天';
  if (days === 1) return '昨天';
  if (days < 30) return `${days} 天前`;
  return days < 365 ? `${Math.floor(days / 30)} 个月前` : `${Math.floor(days / 365)} 年前`;
}

/** `3 天前核实`, `未核实`; verified on a day nobody wrote down says so. */
export function freshText({ verified, verifiedOn }: Checked, today: Day): string {
  if (verified === 'unverified') return '未核实';
  const ago = agoOf(verifiedOn, today);
  return ago === null ? '核实过，日期不详' : `${ago}核实`;
}

const HOW = { desk: '按资料核实', 'on-site': '现场核实', 'worker-confirmed': '核实' } as const;

/** The same with who and how, for the station's own page: `3 天前由二七区总工会现场核实。` `union` null: nobody knows its name. */
export function freshSentence(checked: Checked, today: Day, union: string | null): string {
  if (checked.verified === 'unverified') return '还没有人核实过。';
  return `${agoOf(checked.verifiedOn, today) ?? '日期不详，'}${checkedBy(checked.verified, union)}。`;
}

/** The same for paper, on which no day is 3 days ago for long: `2026年11月23日由二七区总工会现场核实。` */
export function datedSentence({ verified, verifiedOn }: Checked, union: string | null): string {
  if (verified === 'unverified') return '还没有人核实过。';
  return `${verifiedOn === null ? '日期不详，' : wholeDate(verifiedOn)}${checkedBy(verified, union)}。`;
}

function checkedBy(verified: keyof typeof HOW, union: string | null): string {
  return `由${verified === 'worker-confirmed' ? '工友' : (union ?? '工会')}${HOW[verified]}`;
}

function agoOf(on: DateText | null, today: Day): string | null {
  const day = on === null ? null : parseDate(on);
  return day === null ? null : agoText(day, today);
}

export const SYNTHETIC_TAG = '示例数据';

export type Staleness = 'fresh' | 'stale' | 'old';

const DAY_MS = 86_400_000;

/** How far the stored copy may be trusted: amber after 7 days, "ring first" after 30. */
export function staleness(ageMs: number): Staleness {
  if (ageMs > 30 * DAY_MS) return 'old';
  return ageMs > 7 * DAY_MS ? 'stale' : 'fresh';
}

/** What the amber strip says, null while the copy is fresh. */
export function staleSentence(ageMs: number): string | null {
  const days = Math.floor(ageMs / DAY_MS);
  const state = staleness(ageMs);
  if (state === 'fresh') return null;
  return state === 'stale' ? `数据 ${days} 天没更新，开门时间可能变了。` : `数据 ${days} 天没更新。先打电话再去。`;
}
