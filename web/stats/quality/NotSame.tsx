import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ConfirmStep } from '../../desk/parts/ConfirmStep.tsx';
import { stationIdOf } from '../../desk/parts/ids.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { newId } from '../../platform/ids.ts';
import type { Pair } from './words.ts';

/** Answers that two stations are two, with why: the pair is not asked about again. Mounted = open. */
export function NotSame({ pair: { first, second }, close }: { pair: Pair; close: () => void }) {
  const ask = useAsk();
  const queries = useQueryClient();
  const open = useRef<{ readonly reason: string; readonly id: string } | null>(null);
  const act = async (reason: string): Promise<string | null> => {
    if (first.id === null || second.id === null) return null;
    const id = open.current?.reason === reason ? open.current.id : newId(window.crypto);
    open.current = { reason, id };
    const pair = { first: stationIdOf(first.id), second: stationIdOf(second.id) };
    const answer = await ask('qualityAnswer', { body: { id, ...pair, reason } });
    if (!answer.ok) return unansweredText(answer.refusal);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => ABOUT.includes(String(queryKey[0])) });
    return null;
  };
  return (
    <ConfirmStep title="不是同一个" reason="required" act={act} close={close}>
      <p>
        {first.name}和{second.name}是两个站点。记下来以后，这一对不再问。
      </p>
    </ConfirmStep>
  );
}

const ABOUT: readonly string[] = ['quality', 'qualityPairs'];
