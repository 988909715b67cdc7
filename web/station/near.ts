import type { Found, StationTable } from '../../shared/feed/row.ts';
import type { Gcj02 } from '../../shared/geo/point.ts';
import type { StationCode } from '../../shared/station/code.ts';
import { doorState, verdictOf, type When } from '../ui/station/answer.ts';
import { isReachable, type Verdict } from '../ui/station/judge.ts';

export type Instead = Found & { readonly verdict: Verdict };

type Asking = { readonly without: StationCode | null; readonly when: When };

/** The nearest open ones that can be reached in time, without the station that is shut; at most three. */
export function openInstead(table: StationTable, from: Gcj02, { without, when }: Asking): readonly Instead[] {
  const found = table.nearest({
    from,
    want: [],
    wantAny: [],
    unknownToo: false,
    k: 24,
    passes: (hours, status) => doorState({ hours, status }, when) === 'open',
  });
  return found
    .filter(({ row }) => row.code !== without)
    .map((one) => ({ ...one, verdict: verdictOf(one.row, { ...when, distance: one.distance }) }))
    .filter(({ verdict }) => isReachable(verdict))
    .slice(0, 3);
}
