import { useEffect, useRef, useState } from 'react';
import { noteKeys, notes } from '../../desk/notes.ts';
import { useMe } from '../../desk/signed.tsx';
import { tabHolds } from '../../desk/tab-holds.ts';
import { after } from '../../platform/clock.ts';
import { LET_GO_MS, type Standing, type TabHold } from '../../platform/tab-hold.ts';
import { draftKey, draftShelf, type LeftDraft, leftDrafts } from './kept.ts';

/** Whether this tab is the one that writes the draft at a place; null while that is asked. */
export function useTabHold(place: string): { readonly standing: Standing | null; take(): void } {
  const { id: account } = useMe();
  const [standing, stand] = useState<Standing | null>(null);
  const hold = useRef<TabHold | null>(null);
  useEffect(() => {
    const held = tabHolds().hold(draftKey(account, place), stand);
    hold.current = held;
    return () => held.release();
  }, [account, place]);
  return { standing, take: () => hold.current?.take() };
}

/** New stations left over that no tab has open; null while that is asked. */
export function useLeftDrafts(): { readonly left: readonly LeftDraft[] | null; drop(place: string): void } {
  const { id: account } = useMe();
  const [all] = useState(() => leftDrafts(notes(), account, noteKeys()));
  const [left, setLeft] = useState(all.length === 0 ? all : null);
  useEffect(() => {
    if (all.length === 0) return;
    let callOff = () => {};
    const look = async (isLast: boolean) => {
      const held = await tabHolds().held();
      const free = all.filter(({ place }) => !held.has(draftKey(account, place)));
      if (isLast || free.length === all.length) setLeft(free);
      else callOff = after(LET_GO_MS, () => look(true));
    };
    look(false);
    return () => callOff();
  }, [all, account]);
  return {
    left,
    drop: (place) => {
      draftShelf(notes(), account, place).drop();
      setLeft((known) => known?.filter((each) => each.place !== place) ?? null);
    },
  };
}
