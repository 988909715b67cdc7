import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { PlaqueSize } from '../../../shared/station/plaque-key.ts';
import type { PlaqueFacts } from './facts.ts';
import { Plaque } from './Plaque.tsx';
import css from './plaque.module.css';
import type { DrawQr } from './use-qr.ts';

type Props = { plaques: readonly PlaqueFacts[]; size: PlaqueSize; draw: DrawQr; onDone: () => void };

/** What the browser prints instead of the page: one plaque on each sheet, of the sheet's own size. It asks once it stands there. */
export function Prints({ plaques, size, draw, onDone }: Props) {
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.prints = '';
    // The browser has laid it out before it is asked to print it.
    const frame = requestAnimationFrame(() => window.print());
    window.addEventListener('afterprint', onDone);
    return () => {
      delete root.dataset.prints;
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', onDone);
    };
  }, [onDone]);
  return createPortal(
    <div className={css.prints}>
      {plaques.map((plaque) => (
        <Plaque key={plaque.code} plaque={plaque} size={size} qr={draw(plaque.url)} />
      ))}
    </div>,
    document.body,
  );
}
