import { type Day, parseDate } from '../../../shared/kernel/instant.ts';
import type { PublicStation } from '../../../shared/station/station.ts';
import { wholeDate } from './time.ts';

type Lodging = NonNullable<PublicStation['lodging']>;

/** When a temporary place to sleep is there, how many beds it has, and what that means today. */
export function lodgingText(
  { startsOn, endsOn, beds }: Lodging,
  today: Day,
): { readonly dates: string; readonly beds: string; readonly state: string | null } {
  return {
    dates: `${wholeDate(startsOn)}至${endText(startsOn, endsOn)}`,
    beds: Number.isInteger(beds) && beds > 0 ? `${beds} 个床位` : '没写几个床位',
    state: stateOf(parseDate(startsOn), parseDate(endsOn), today),
  };
}

/** The year is said once where it is the same. */
function endText(startsOn: string, endsOn: string): string {
  const whole = wholeDate(endsOn);
  return startsOn.slice(0, 4) === endsOn.slice(0, 4) ? whole.replace(/^\d{4}年/, '') : whole;
}

function stateOf(first: Day | null, last: Day | null, today: Day): string | null {
  if (first === null || last === null || last < first) return '日期写得不对，先打电话问问';
  if (today < first) return `还没开始，再过 ${first - today} 天`;
  if (today > last) return '已经结束，先别去';
  return today === last ? '今天最后一天' : `现在可以住，还有 ${last - today} 天`;
}
