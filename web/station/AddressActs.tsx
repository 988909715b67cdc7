import { useState } from 'react';
import type { PublicStation } from '../../shared/station/station.ts';
import { Button, OutLink } from '../ui/parts/Button.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { usePorts } from '../ui/use-ports.tsx';
import { BigAddress } from './BigAddress.tsx';
import css from './go.module.css';

/** Copy the address, show it large to a driver or passer-by, or ring. Works with nothing but the phone. */
export function AddressActs({ station }: { station: PublicStation }) {
  const { device } = usePorts();
  const [copied, setCopied] = useState<boolean | null>(null);
  const [large, showLarge] = useState(false);
  const { publicPhone } = station;
  const text = `${station.name}，${station.address}`;
  return (
    <>
      <div className={css.acts}>
        <Button onClick={() => device.copy(text).then(setCopied)}>
          <Icon name={copied === true ? 'check' : 'copy'} size="s" />
          <span aria-live="polite">{copied === true ? '复制好了' : '复制地址'}</span>
        </Button>
        <Button onClick={() => showLarge(true)} aria-haspopup="dialog">
          <Icon name="elder" size="s" />
          大字地址
        </Button>
        {publicPhone !== null && (
          <OutLink href={`tel:${publicPhone}`}>
            <Icon name="phone" size="s" />
            打电话
          </OutLink>
        )}
      </div>
      {copied === false && <p className={css.byHand}>没复制上，长按这里自己选：{text}</p>}
      {large && <BigAddress station={station} onClose={() => showLarge(false)} />}
    </>
  );
}
