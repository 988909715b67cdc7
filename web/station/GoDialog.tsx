import type { PublicStation } from '../../shared/station/station.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Dialog } from '../ui/parts/Dialog.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { InWechat } from '../ui/parts/InWechat.tsx';
import { AddressActs } from './AddressActs.tsx';
import css from './go.module.css';
import { MapLinks } from './MapLinks.tsx';

type Props = { station: PublicStation; onCompass: () => void; onClose: () => void };

/** 带我去: which map app, the arrow for the last stretch, or the address for where there is neither. */
export function GoDialog({ station, onCompass, onClose }: Props) {
  return (
    <Dialog title={`去${station.name}`} onClose={onClose}>
      <div className={css.stack}>
        <InWechat why="微信里常常打不开地图。" />
        <MapLinks station={station} name="go-mode" />
        <p className={css.hint}>选过一次就记住，下次直接走。交给地图的只有驿站位置，没有你的位置。</p>
        <CompassButton onClick={onCompass} />
        <AddressActs station={station} />
        <p className={css.hint}>{station.address}</p>
      </div>
    </Dialog>
  );
}

export function CompassButton({ onClick }: { onClick: () => void }) {
  return (
    <Button wide onClick={onClick} aria-haspopup="dialog">
      <Icon name="navigate" />
      <span className={css.twoLines}>
        跟着箭头走
        <small>最后 300 米，没网也行</small>
      </span>
    </Button>
  );
}
