import { Button } from '../../ui/parts/Button.tsx';
import { CallUnion } from '../../ui/parts/CallUnion.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { usePorts, useSync } from '../../ui/use-ports.tsx';
import { NothingStored } from '../cards.tsx';
import type { FindProps } from '../props.ts';
import css from './map.module.css';

/** In the place of a card: why there is none, and what to do. The map stays of use. */
export function NoCard({ near, placed, doing }: Pick<FindProps, 'near' | 'placed' | 'doing'>) {
  const { sync } = usePorts();
  const { phase, busy, problem } = useSync();
  if (phase === 'empty' && !busy) {
    return <NothingStored offline={problem === 'offline'} onRetry={() => sync.refresh()} />;
  }
  if (near.list === null)
    return placed.trouble === null ? <p className={css.say}>正在定位</p> : <Nowhere doing={doing} />;
  return (
    <div className={css.lone}>
      <h2>附近没有开着的</h2>
      <p>挪一挪地图看别处，或者把“在开放”关掉看关门的。</p>
      <CallUnion />
    </div>
  );
}

function Nowhere({ doing }: Pick<FindProps, 'doing'>) {
  return (
    <div className={css.lone}>
      <h2>不知道你在哪儿</h2>
      <p>先看地图，挪到你在的地方，或者选一个区县。</p>
      <Button wide onClick={doing.pick} aria-haspopup="dialog">
        <Icon name="pin" />
        选一个区县
      </Button>
    </div>
  );
}
