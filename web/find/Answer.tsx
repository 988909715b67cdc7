import { lazy, Suspense } from 'react';
import { usePorts, useSync } from '../ui/use-ports.tsx';
import { NothingStored, Skeleton } from './cards.tsx';
import type { Told } from './Groups.tsx';
import { Hero } from './Hero.tsx';
import type { FindProps } from './props.ts';

// The cards of bad luck are not in the first chunk: most visits never need them.
const NoPlace = lazy(() => import('./NoPlace.tsx').then((part) => ({ default: part.NoPlace })));
const NothingOpen = lazy(() => import('./NothingOpen.tsx').then((part) => ({ default: part.NothingOpen })));

type Props = FindProps & { told: Told; onShowShut: () => void };

/** The top card: the nearest open station, or what is in the way of one. */
export function Answer(props: Props) {
  const { near, told, filters } = props;
  const { phase, busy, problem } = useSync();
  const { sync } = usePorts();
  // Before anybody knows where the person is nothing was asked for, so nothing went wrong with it either.
  const asked = problem !== null || props.placed.anchor !== null;
  if (phase === 'empty' && !busy && asked) {
    return <NothingStored offline={problem === 'offline'} onRetry={() => sync.refresh()} />;
  }
  if (phase === 'reading' || (busy && phase === 'empty'))
    return <Skeleton words={phase === 'empty' ? '正在下载名单' : '正在打开名单'} />;
  if (near.list?.hero != null) {
    return <Hero one={near.list.hero} accuracy={told.accuracy} telling={told.telling} want={filters.want} />;
  }
  return (
    <Suspense fallback={<Skeleton words="正在打开" />}>
      <BadLuck {...props} />
    </Suspense>
  );
}

function BadLuck(props: Props) {
  const { near, told, filters, placed, doing, onShowShut } = props;
  const { list, ask } = near;
  if (list === null || ask === null) {
    if (placed.isFinding || placed.trouble === null) return <Skeleton words="正在定位" />;
    return <NoPlace {...props} trouble={placed.trouble} />;
  }
  return (
    <NothingOpen list={list} ask={ask} filters={filters} told={told} onChange={doing.change} onShowShut={onShowShut} />
  );
}
