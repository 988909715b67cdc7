import { useEffect, useState } from 'react';
import type { StationCode } from '../../shared/station/code.ts';
import type { CodeAnswer } from '../sync/ask-code.ts';
import { cityOf } from '../ui/city-of.ts';
import { usePorts, useRegions, useSync } from '../ui/use-ports.tsx';

/** `answer` null: nobody was asked yet, or nobody answered. */
export type Asked = { readonly answer: CodeAnswer | null; readonly isAsking: boolean };

type Told = { readonly code: StationCode; readonly answer: CodeAnswer | null };

/**
 * Asks the server what became of a code until it answers: again when a net is back, each minute, and when the page is
 * seen again. Null asks nothing. A station that the register has in another city than the one its code was issued in is
 * fetched with that city.
 */
export function useAsked(code: StationCode | null): Asked {
  const { codes, sync, clock } = usePorts();
  const isOffline = useSync().problem === 'offline';
  const [told, tell] = useState<Told | null>(null);
  const mine = told !== null && told.code === code ? told : null;
  const answer = mine?.answer ?? null;
  const isSettled = answer !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a net that went or came back is a reason to ask again
  useEffect(() => {
    if (code === null || isSettled) return;
    let [alive, asking] = [true, false];
    const ask = async () => {
      if (asking) return;
      asking = true;
      // The part of the app that asks may not load: then nobody answered.
      const said = await codes.ask(code).catch(() => null);
      asking = false;
      if (alive) tell({ code, answer: said });
    };
    ask();
    const stop = clock.subscribe(ask);
    return () => {
      alive = false;
      stop();
    };
  }, [code, codes, clock, isSettled, isOffline]);
  const county = answer?.kind === 'listed' ? answer.region : null;
  const regions = useRegions(county !== null);
  useEffect(() => {
    const region = regions?.find((one) => one.code === county);
    const city = region === undefined ? null : cityOf(region);
    if (city !== null) sync.ensureCity(city);
  }, [regions, county, sync]);
  useEffect(() => {
    if (county !== null) sync.refresh();
  }, [county, sync]);
  return { answer, isAsking: code !== null && mine === null && !isOffline };
}
