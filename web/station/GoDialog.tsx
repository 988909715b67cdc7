import type { PublicStation } from '../../shared/station/station.ts';
import { Dialog } from '../ui/parts/Dialog.tsx';
import { AddressActs } from './AddressActs.tsx';
import { MapLinks } from './MapLinks.tsx';
import css from './station.module.css';

/** 带我去: which map app, or the address for where there is none. */
export function GoDialog({ station, onClose }: { station: PublicStation; onClose: () => void }) {
  return (
    <Dialog title={`去${station.name}`} onClose={onClose}>
      <MapLinks station={station} name="go-mode" />
      <AddressActs station={station} />
      <p className={css.notes}>
        {station.address}
        <br />
        交给导航的只有驿站位置，没有你的位置。
      </p>
    </Dialog>
  );
}
