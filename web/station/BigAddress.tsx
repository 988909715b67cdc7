import { useEffect } from 'react';
import type { PublicStation } from '../../shared/station/station.ts';
import { OutLink } from '../ui/parts/Button.tsx';
import { Dialog } from '../ui/parts/Dialog.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { usePorts } from '../ui/use-ports.tsx';
import css from './go.module.css';

/** The address as large as the screen allows, held up to a driver through a window: the screen stays lit. */
export function BigAddress({ station, onClose }: { station: PublicStation; onClose: () => void }) {
  const { device } = usePorts();
  useEffect(() => device.keepAwake(), [device]);
  const { name, address, entrance, publicPhone } = station;
  return (
    <Dialog full title="给人看的地址" onClose={onClose}>
      <div className={css.big}>
        <p className={`${css.huge} ${sizeOf(address)}`}>{address}</p>
        <div className={css.beside}>
          <p className={css.called}>{name}</p>
          {entrance !== null && <p className={css.door}>门在哪儿：{entrance}</p>}
          {publicPhone !== null && (
            <OutLink wide href={`tel:${publicPhone}`}>
              <Icon name="phone" />
              {publicPhone}
            </OutLink>
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** A long address in the largest letters would have to be scrolled, and nobody scrolls another's phone. */
function sizeOf(address: string): string {
  const { length } = address;
  return (length <= 14 ? css.short : length <= 28 ? css.middling : css.long) ?? '';
}
