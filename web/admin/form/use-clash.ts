import { useState } from 'react';
import type { Station } from '../../../shared/station/station.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import type { Unanswered } from '../../platform/ask.ts';
import { type Merge, mergeOf, withMine } from './clash.ts';

type Open = { readonly mine: Station; readonly now: Station; readonly merge: Merge };
/** `now`: what is stored; `merged`: that with mine in the units chosen. */
export type Settled = { readonly now: Station; readonly merged: Station };
export type Clash = {
  /** What a person is asked to choose about; null: nothing. */
  readonly merge: Merge | null;
  /** Reads what is stored now. The answer: why it could not be read, or null. */
  begin(base: Station, mine: Station): Promise<Unanswered | null>;
  settle(units: readonly string[]): Settled | null;
  putOff(): void;
};

/** Two people at one station: who comes second sees both sides before anything is written. */
export function useClash(): Clash {
  const ask = useAsk();
  const [open, setOpen] = useState<Open | null>(null);
  return {
    merge: open?.merge ?? null,
    begin: async (base, mine) => {
      const answer = await ask('deskStation', { params: { id: base.id } });
      if (!answer.ok) return answer.refusal;
      const now: Station = answer.value.station;
      setOpen({ mine, now, merge: mergeOf(base, mine, now) });
      return null;
    },
    settle: (units) => {
      setOpen(null);
      return open === null ? null : { now: open.now, merged: withMine(open.now, open.mine, units) };
    },
    putOff: () => setOpen(null),
  };
}

export function isStale(why: Unanswered): boolean {
  return why.kind === 'refused' && why.problem.kind === 'rev-stale';
}
