import { useEffect, useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Card } from '../../ui/parts/Card.tsx';
import { usePorts, useSource } from '../../ui/use-ports.tsx';
import { usedText } from '../../ui/words/stock.ts';
import css from './offline.module.css';

/** What the app takes up, and asking the browser not to clear it; left out where the browser says neither. */
export function Keep() {
  const { keep } = usePorts();
  const state = useSource(keep);
  const used = useUsed();
  if (state === 'unknown' && used === null) return null;
  return (
    <Card padded>
      <h2 className={css.head}>别让手机清掉它</h2>
      {state === 'kept' && (
        <p className={css.say}>手机答应留着，空间紧张也不删。只有你自己清浏览器的数据时才会没有。</p>
      )}
      {state === 'not-kept' && (
        <>
          <p className={css.say}>
            手机空间紧张时，系统可能删掉这些数据。点一下，请系统留着（申请持久保存）；不答应也照样能用，加到桌面后再点多半会答应。
          </p>
          <Button wide onClick={() => keep.ask()}>
            请系统留着
          </Button>
        </>
      )}
      {used !== null && <p className={css.used}>{usedText(used)}</p>}
    </Card>
  );
}

type Used = { readonly usage: number; readonly quota: number };

/** Asked again when something came or went: the browser reckons roughly, and a little late. */
function useUsed(): Used | null {
  const { keep, stock } = usePorts();
  const { downloads, core } = useSource(stock);
  const [used, setUsed] = useState<Used | null>(null);
  const isBusy = downloads.some(({ state }) => state === 'running');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came or went is why it is asked again
  useEffect(() => {
    let alive = true;
    keep.used().then((came) => {
      if (alive) setUsed(came);
    });
    return () => {
      alive = false;
    };
  }, [keep, isBusy, core === null]);
  return used;
}
