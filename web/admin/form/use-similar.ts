import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { stationIdOf } from '../../desk/parts/ids.ts';
import { NotAnswered, useAsk } from '../../desk/use-ask.tsx';
import type { Form } from './model.ts';
import type { SimilarItem } from './Similar.tsx';

/** After the last key, in milliseconds: a name is not asked about letter by letter. */
const PAUSE = 500;
const NONE: readonly SimilarItem[] = [];

/** What decides which stations are alike. */
type Likeness = Pick<Form, 'point' | 'name' | 'hostName'>;

export type Similar = {
  /** Those found last, while the next ones are looked for. */
  readonly items: readonly SimilarItem[];
  /** Those of the form as it stands this moment, typed a second ago or not; null when nobody answered. */
  look(): Promise<readonly SimilarItem[] | null>;
};

/** Stations that may be the one in the form; asked anew when its point, name or host changed. */
export function useSimilar(form: Form, station: string | null): Similar {
  const question = useQuestion(station);
  const client = useQueryClient();
  const settled = useSettled(likenessOf(form));
  const isPlaced = settled.point !== null;
  const { data } = useQuery({ ...question(settled), enabled: isPlaced, placeholderData: keepPreviousData });
  const look = async () => {
    const now = likenessOf(form);
    if (now.point === null) return NONE;
    return client.fetchQuery({ ...question(now), staleTime: STALE, retry: false }).catch(() => null);
  };
  return { items: (isPlaced && data) || NONE, look };
}

/** So long, in milliseconds, what was found is taken for what is there. */
const STALE = 30_000;

function useQuestion(station: string | null) {
  const ask = useAsk();
  return ({ point, name, hostName }: Likeness) => ({
    queryKey: ['similar', point, name, hostName, station],
    queryFn: async (): Promise<readonly SimilarItem[]> => {
      if (point === null) return NONE;
      const id = station === null ? null : stationIdOf(station);
      const answer = await ask('similar', { body: { point, name, hostName: hostName || null, station: id } });
      if (!answer.ok) throw new NotAnswered(answer.refusal);
      return answer.value.items;
    },
  });
}

function likenessOf({ point, name, hostName }: Form): Likeness {
  return { point, name: name.trim(), hostName: hostName.trim() };
}

/** What was typed, once nobody types. */
function useSettled(now: Likeness): Likeness {
  const [settled, settle] = useState(now);
  const text = JSON.stringify(now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another object with the same words is no change
  useEffect(() => {
    const timer = setTimeout(() => settle(now), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
