import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { newId } from '../../platform/ids.ts';
import { asksOf, type Channel, type Column, type GridRow, type TypedGrid } from './month.ts';

export type Month = {
  readonly typed: TypedGrid;
  readonly said: { readonly isFault: boolean; readonly text: string } | null;
  readonly isBusy: boolean;
  put(station: string, column: Column, text: string): void;
  save(rows: readonly GridRow[], on: { readonly month: string; readonly channel: Channel }): Promise<void>;
  clear(): void;
};

/** A grid being typed. Ids are rolled once a row, and the command once for what is typed: asked again after no answer, it is the same. */
export function useMonth(): Month {
  const ask = useAsk();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<TypedGrid>({});
  const [said, say] = useState<Month['said']>(null);
  const [isBusy, setBusy] = useState(false);
  const ids = useRef(new Map<string, string>());
  const open = useRef<{ readonly words: string; readonly id: string } | null>(null);
  const idOf = (station: string) => {
    const id = ids.current.get(station) ?? newId(window.crypto);
    ids.current.set(station, id);
    return id;
  };
  const clear = () => {
    ids.current.clear();
    setTyped({});
    say(null);
  };
  const save: Month['save'] = async (rows, on) => {
    const entries = asksOf(rows, typed, { ...on, idOf });
    if (entries.length === 0) return say({ isFault: true, text: '还没有填，或者填的不是数。' });
    const words = JSON.stringify(entries);
    const id = open.current?.words === words ? open.current.id : newId(window.crypto);
    open.current = { words, id };
    setBusy(true);
    const answer = await ask('entriesKeep', { body: { id, entries: [...entries] } });
    setBusy(false);
    if (answer.ok || answer.refusal.kind === 'refused') open.current = null;
    if (!answer.ok) return say({ isFault: true, text: unansweredText(answer.refusal) });
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    clear();
    say({ isFault: false, text: `保存好了，${answer.value.entries.length} 个站点。` });
  };
  const put = (station: string, column: Column, text: string) => {
    say(null);
    setTyped((known) => ({ ...known, [station]: { ...known[station], [column]: text } }));
  };
  return { typed, said, isBusy, put, save, clear };
}
