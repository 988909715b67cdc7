import { lazy, Suspense } from 'react';
import { TextButton } from '../ui/parts/Button.tsx';
import { Strip } from '../ui/parts/Card.tsx';
import { CopyStrip, UpdateStrip } from '../ui/parts/CopyStrips.tsx';
import { usePorts, useSource, useSync } from '../ui/use-ports.tsx';
import { TROUBLE_WORDS } from '../ui/words/find.ts';
import type { FindProps } from './props.ts';

const StockStrip = lazy(() => import('../ui/parts/StockStrip.tsx').then(({ StockStrip }) => ({ default: StockStrip })));

/** What is to be known before the list is believed: a new version, the age of the copy, the place it stands on. */
export function Strips(props: FindProps) {
  const { placed, near } = props;
  const isRead = useSync().table !== null;
  return (
    <>
      <UpdateStrip />
      <Lacking />
      {isRead && <CopyStrip age={near.age} />}
      {near.list !== null && <PlaceStrip {...props} />}
      {placed.hasPending && (
        <Strip tone="info" icon="locate" action={<TextButton onClick={placed.acceptPending}>重新排</TextButton>}>
          位置更新了
        </Strip>
      )}
    </>
  );
}

/** Rare, so its words come only when there is something to say. */
function Lacking() {
  const { stock } = usePorts();
  const { cleared, refusedHere } = useSource(stock);
  if (cleared.length + refusedHere.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <StockStrip />
    </Suspense>
  );
}

/** No fresh fix: the list stands on the last place, and says so. */
function PlaceStrip({ placed, doing, filters }: FindProps) {
  const { locate } = usePorts();
  const asking = useSource(locate).kind === 'asking';
  const isElsewhere = filters.at !== null || placed.anchor?.kind === 'chosen';
  if (isElsewhere || placed.trouble === null || asking) return null;
  const why = placed.trouble.kind === 'rough' ? '手机说不准你在哪儿' : TROUBLE_WORDS[placed.trouble.kind];
  return (
    <Strip tone="info" icon="locate" action={<TextButton onClick={doing.relocate}>再定位</TextButton>}>
      {why}，先按上次的位置排。
    </Strip>
  );
}
