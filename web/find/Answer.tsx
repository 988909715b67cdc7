import { useMemo } from 'react';
import { usePorts, usePrefs, useSync } from '../ui/use-ports.tsx';
import { AllDay } from './AllDay.tsx';
import { BadPlace } from './BadPlace.tsx';
import { NothingOpen, NothingStored, Skeleton } from './cards.tsx';
import type { FindProps } from './Find.tsx';
import type { Told } from './Groups.tsx';
import { Hero } from './Hero.tsx';
import { dropOne } from './list.ts';

type Props = FindProps & { told: Told; onShowShut: () => void };

/** The top card: the nearest open station, or what is in the way of one. */
export function Answer(props: Props) {
  const { near, told, filters } = props;
  const { phase, busy, problem } = useSync();
  const { sync } = usePorts();
  if (phase === 'empty' && !busy) {
    return <NothingStored offline={problem === 'offline'} onRetry={() => sync.refresh()} />;
  }
  if (phase !== 'ready') return <Skeleton words={phase === 'empty' ? '正在取名单' : '正在打开名单'} />;
  if (near.list === null) return <NoPlace {...props} />;
  const { hero } = near.list;
  if (hero === null) return <Nothing {...props} />;
  return <Hero one={hero} accuracy={told.accuracy} telling={told.telling} want={filters.want} />;
}

function NoPlace({ placed, near, filters, doing }: Props) {
  const { lastPlace } = usePrefs();
  if (filters.at !== null || placed.trouble === null) return <Skeleton words="正在定位" />;
  return (
    <>
      <BadPlace
        trouble={placed.trouble}
        last={lastPlace}
        now={near.now}
        onRetry={doing.relocate}
        onUseLast={placed.useLast}
        onPick={doing.pick}
      />
      <AllDay telling={near.telling} />
    </>
  );
}

function Nothing({ near, told, filters, doing, onShowShut }: Props) {
  const drop = useMemo(() => (near.ask === null ? null : dropOne(near.ask)), [near.ask]);
  if (near.list === null) return null;
  return (
    <NothingOpen
      list={near.list}
      filters={filters}
      drop={drop}
      told={told}
      onChange={doing.change}
      onShowShut={onShowShut}
    />
  );
}
