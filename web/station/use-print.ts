import { useEffect, useRef, useState } from 'react';
import { type QrPath, qrPath } from './qr-path.ts';

/** A desk has a print command of its own, which waits for nobody: there the code is drawn ahead. */
const DESK = '(hover: hover) and (pointer: fine)';
const SETTLED_MS = 1500;

/** The page's QR code once it is needed, and the printing of the page, which waits for it. */
export function usePrint(url: string): { readonly qr: QrPath | null; readonly print: () => void } {
  const [qr, setQr] = useState<QrPath | null>(null);
  const [isAsked, ask] = useState(false);
  const draws = useRef(false);
  const draw = () => {
    if (draws.current) return;
    draws.current = true;
    // Without the drawing code (an old version's chunk is gone) the sheet still has the address in letters.
    qrPath(url).then(setQr, () => setQr({ size: 0, path: '' }));
  };
  useEffect(() => {
    if (!window.matchMedia(DESK).matches) return;
    const timer = setTimeout(draw, SETTLED_MS);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    if (!isAsked || qr === null) return;
    ask(false);
    window.print();
  }, [isAsked, qr]);
  const print = () => {
    draw();
    ask(true);
  };
  return { qr, print };
}
