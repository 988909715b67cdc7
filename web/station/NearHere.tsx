import { Button } from '../ui/parts/Button.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { useHere } from '../ui/use-here.ts';
import { useLocate, useMinute, usePorts } from '../ui/use-ports.tsx';
import { InsteadRows } from './InsteadRows.tsx';
import type { Instead } from './near.ts';
import css from './station.module.css';

/** The nearest open ones, from where the phone is; where that is unknown it asks, rather than list the far end of the country. */
export function NearHere({ all, isKnownPlace }: { all: readonly Instead[]; isKnownPlace: boolean }) {
  const here = useHere();
  const now = useMinute();
  if (here === null && !isKnownPlace) return <AskPlace />;
  return (
    <InsteadRows all={all} telling={{ now, weak: false }} accuracy={here?.accuracy ?? 0} fromHere={here !== null} />
  );
}

function AskPlace() {
  const { locate } = usePorts();
  const { kind } = useLocate();
  const isAsking = kind === 'asking';
  return (
    <div className={css.section}>
      <p className={css.row}>不知道你在哪儿，排不出最近的。</p>
      <div className={css.stack}>
        <Button disabled={isAsking} onClick={() => locate.request()}>
          <Icon name="locate" />
          {isAsking ? '正在定位' : '定位，看最近开着的'}
        </Button>
      </div>
    </div>
  );
}
