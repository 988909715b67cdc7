import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { PlaqueSize } from '../../../shared/station/plaque-key.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import type { Unanswered } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import type { PlaqueFacts } from './facts.ts';

type Wanted = { readonly codes: readonly string[]; readonly size: PlaqueSize };
type Printing = { readonly plaques: readonly PlaqueFacts[]; readonly size: PlaqueSize };

type PrintingState = {
  /** What stands ready for the printer now. */
  readonly printing: Printing | null;
  readonly isAsking: boolean;
  /** Why the last one was not to be had. */
  readonly why: Unanswered | null;
  print(wanted: Wanted): Promise<void>;
  done(): void;
};

/** Nothing goes to the printer before the server has written down that it does. Asked again after a lost answer it is the same. */
export function usePrinting(): PrintingState {
  const ask = useAsk();
  const queries = useQueryClient();
  const [printing, show] = useState<Printing | null>(null);
  const [isAsking, busy] = useState(false);
  const [why, say] = useState<Unanswered | null>(null);
  const lost = useRef<{ readonly id: string; readonly of: string } | null>(null);
  const print = async ({ codes, size }: Wanted) => {
    const of = [size, ...codes].join();
    const id = lost.current?.of === of ? lost.current.id : newId(window.crypto);
    busy(true);
    const answer = await ask('plaquePrint', { body: { id, codes: [...codes], size } });
    busy(false);
    lost.current = !answer.ok && answer.refusal.kind === 'fault' ? { id, of } : null;
    say(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    show({ plaques: answer.value.items, size });
    queries.invalidateQueries({ queryKey: ['plaqueStations'] });
  };
  const done = useCallback(() => show(null), []);
  return { printing, isAsking, why, print, done };
}
