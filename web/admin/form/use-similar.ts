import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { stationIdOf } from '../../desk/parts/ids.ts';
import { NotAnswered, useAsk } from '../../desk/use-ask.tsx';
import type { Form } from './model.ts';
import type { SimilarItem } from './Similar.tsx';

/** After the last key, in milliseconds: a name is not asked about letter by letter. */
const PAUSE = 500;
const NONE: readonly SimilarItem[] = [];

/** Stations that may be the one in the form; asked anew when its point, name or host changed. */
export function useSimilar({ point, name, hostName }: Form, station: string | null): readonly SimilarItem[] {
  const ask = useAsk();
  const asked = useSettled(JSON.stringify({ point, name: name.trim(), hostName: hostName.trim() }));
  const { data } = useQuery({
    queryKey: ['similar', asked, station],
    enabled: point !== null,
    queryFn: async () => {
      if (point === null) return NONE;
      const body = {
        point,
        name: name.trim(),
        hostName: hostName.trim() || null,
        station: station === null ? null : stationIdOf(station),
      };
      const answer = await ask('similar', { body });
      if (!answer.ok) throw new NotAnswered(answer.refusal);
      return answer.value.items;
    },
  });
  return data ?? NONE;
}

function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
