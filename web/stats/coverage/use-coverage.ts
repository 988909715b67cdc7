import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ASK_ANYWAY, NotAnswered, useAsk } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { after } from '../../platform/clock.ts';

export type Found = Extract<Reply<'coverage'>, { readonly state: 'done' }>['found'];
export type CoverAsked = { readonly [name: string]: string | undefined };
type Under = { readonly job: string; readonly share: number };

const PAUSE_MS = 700;

/** Asks until the job is done, each time with what was known at first: what is recorded meanwhile would be another question. */
export function useCoverage(query: CoverAsked) {
  const ask = useAsk();
  const [under, setUnder] = useState<Under | null>(null);
  const [stopped, setStopped] = useState<string | null>(null);
  const name = JSON.stringify(query);
  const answer = useQuery<Found, NotAnswered>({
    queryKey: ['coverage', query],
    ...ASK_ANYWAY,
    enabled: stopped !== name,
    queryFn: async ({ signal }) => {
      let asOf = query.asOf;
      setUnder(null);
      for (;;) {
        const said = await ask('coverage', { query: { ...query, asOf }, signal });
        if (!said.ok) throw new NotAnswered(said.refusal);
        if (said.value.state === 'done') return said.value.found;
        asOf = String(said.value.asOf);
        setUnder(said.value);
        await pause(signal);
      }
    },
  });
  return {
    answer,
    share: under?.share ?? null,
    isStopped: stopped === name,
    stop: async () => {
      setStopped(name);
      if (under !== null) await ask('coverageStop', { body: { job: under.job } });
    },
    again: () => setStopped(null),
  };
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((wake) => {
    const cancel = after(PAUSE_MS, wake);
    signal.addEventListener('abort', () => {
      cancel();
      wake();
    });
  });
}
