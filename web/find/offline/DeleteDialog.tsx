import { useState } from 'react';
import type { FeedRegion } from '../../../shared/feed/feed.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { usePorts, useSource } from '../../ui/use-ports.tsx';
import { lossText } from '../../ui/words/stock.ts';
import css from './offline.module.css';

type Props = { region: FeedRegion; name: string; onClose: () => void; onDeleted: () => void };

/** Asks first, and says what will not work without it. */
export function DeleteDialog({ region, name, onClose, onDeleted }: Props) {
  const { stock } = usePorts();
  const { here } = useSource(stock);
  const [failed, fail] = useState(false);
  const remove = async () => {
    const isGone = await stock.remove(region);
    if (!isGone) return fail(true);
    onClose();
    onDeleted();
  };
  return (
    <Dialog title={`删除${name}`} onClose={onClose}>
      <div className={css.say}>
        {lossText(
          region,
          name,
          here.some((one) => one === region),
        ).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {failed && (
        <p className={css.say} role="alert">
          名单里已经没有了，可手机这会儿不让改它的库；下次打开时再清掉。
        </p>
      )}
      <div className={css.choose}>
        <Button onClick={onClose}>{failed ? '知道了' : '不删'}</Button>
        {!failed && (
          <Button weight="ink" onClick={remove}>
            删除
          </Button>
        )}
      </div>
    </Dialog>
  );
}
