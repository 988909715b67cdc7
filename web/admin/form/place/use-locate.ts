import { useState } from 'react';
import type { Gcj02 } from '../../../../shared/geo/point.ts';
import { isRegionCode, type RegionCode } from '../../../../shared/station/region.ts';
import { unansweredText } from '../../../desk/parts/unanswered.ts';
import { useAsk } from '../../../desk/use-ask.tsx';

export type Located = { readonly county: RegionCode; readonly name: string; readonly inBranch: boolean };
export type Locating = {
  /** Where the last point lies; null before one was asked about, or where there is no county. */
  readonly located: Located | null;
  /** Why nobody knows. */
  readonly fault: string | null;
  /** Null when it could not be found out. */
  find(point: Gcj02): Promise<Located | null>;
};

/** Asks the server in which county a point lies. */
export function useLocating(): Locating {
  const ask = useAsk();
  const [state, setState] = useState<Pick<Locating, 'located' | 'fault'>>({ located: null, fault: null });
  const find = async ({ lng, lat }: Gcj02): Promise<Located | null> => {
    const answer = await ask('locate', { body: { lng, lat, datum: 'gcj02' } });
    if (!answer.ok) {
      setState({ located: null, fault: unansweredText(answer.refusal) });
      return null;
    }
    const { county, countyName, inBranch } = answer.value;
    const located = county !== null && isRegionCode(county) ? { county, name: countyName ?? county, inBranch } : null;
    setState({ located, fault: located === null ? '这个点不在任何一个区县里，可能在水上或国界外。' : null });
    return located;
  };
  return { ...state, find };
}
