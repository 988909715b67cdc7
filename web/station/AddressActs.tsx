import { useState } from 'react';
import type { PublicStation } from '../../shared/station/station.ts';
import { Button, OutLink } from '../ui/parts/Button.tsx';
import { Dialog } from '../ui/parts/Dialog.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { usePorts } from '../ui/use-ports.tsx';
import css from './station.module.css';

/** Copy the address, or show it large to a driver or passer-by. Works with nothing but the phone. */
export function AddressActs({ station }: { station: PublicStation }) {
  const { device } = usePorts();
  const [copied, setCopied] = useState<boolean | null>(null);
  const [large, showLarge] = useState(false);
  const copy = () => device.copy(`${station.name}，${station.address}`).then(setCopied);
  return (
    <>
      <div className={css.two}>
        <Button onClick={copy}>
          <Icon name={copied === true ? 'check' : 'copy'} size="s" />
          <span aria-live="polite">{copied === true ? '复制好了' : '复制地址'}</span>
        </Button>
        <Button onClick={() => showLarge(true)} aria-haspopup="dialog">
          <Icon name="elder" size="s" />
          大字地址
        </Button>
      </div>
      {copied === false && <p className={css.notes}>没复制上。长按地址可以自己选。</p>}
      {large && (
        <Dialog title="给人看的地址" onClose={() => showLarge(false)}>
          <p className={css.huge}>
            {station.address}
            <small>
              {station.name}
              {station.entrance === null ? '' : `，${station.entrance}`}
            </small>
          </p>
          {station.publicPhone !== null && (
            <OutLink wide href={`tel:${station.publicPhone}`}>
              <Icon name="phone" />
              {station.publicPhone}
            </OutLink>
          )}
        </Dialog>
      )}
    </>
  );
}
