import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Judged, NearList } from '../list.ts';

/** What 大字 goes through, one at a time. `opening`: when nothing is open, by when the door opens. */
export type Wish = 'open' | 'beyond' | 'opening';

/** Nobody goes through more than this one by one. */
const MOST = 30;

export function cardsOf(list: NearList | null, wish: Wish): readonly Judged[] {
  if (list === null) return [];
  if (list.hero !== null) return [list.hero, ...list.rows].slice(0, MOST);
  if (wish === 'beyond') return list.beyond;
  return wish === 'opening' ? opening(list).slice(0, MOST) : [];
}

/** The closed ones whose opening is known, the earliest first; of those that open together the nearer one. */
export function opening({ closed }: Pick<NearList, 'closed'>): readonly Judged[] {
  const timed = closed.flatMap((one) => {
    const at = opensAt(one);
    return at === null ? [] : [{ one, at }];
  });
  return timed.sort((a, b) => a.at - b.at || a.one.distance - b.one.distance).map(({ one }) => one);
}

export function opensAt({ verdict }: Judged): Instant | null {
  return verdict.kind === 'closed' ? verdict.opensAt : null;
}
