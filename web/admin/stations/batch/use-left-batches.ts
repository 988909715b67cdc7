import { useEffect, useState } from 'react';
import { noteKeys, notes } from '../../../desk/notes.ts';
import { useMe } from '../../../desk/signed.tsx';
import { tabHolds } from '../../../desk/tab-holds.ts';
import { after } from '../../../platform/clock.ts';
import { LET_GO_MS } from '../../../platform/tab-hold.ts';
import { type LeftBatch, leftBatches } from './kept-batch.ts';

/** Batches that were left before their end was seen, and that no tab is at. */
export function useLeftBatches(): { readonly left: readonly LeftBatch[]; drop(key: string): void } {
  const { id: account } = useMe();
  const [left, setLeft] = useState<readonly LeftBatch[]>([]);
  useEffect(() => {
    const all = leftBatches(notes(), account, noteKeys());
    if (all.length === 0) return;
    // This very page, loaded anew, may not have let go yet.
    return after(LET_GO_MS, async () => {
      const held = await tabHolds().held();
      setLeft(all.filter(({ key }) => !held.has(key)));
    });
  }, [account]);
  return {
    left,
    drop: (key) => {
      notes().remove(key);
      setLeft((known) => known.filter((each) => each.key !== key));
    },
  };
}
