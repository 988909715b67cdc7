import { useEffect, useRef, useState } from 'react';
import { loadQr, QUIET, qrPath } from '../ui/parts/qr-code.ts';

/** `side` in squares with the quiet zone; 0: the drawing code was not to be had, the address stands there in letters. */
export type PageQr = { readonly side: number; readonly path: string };

/** A desk has a print command of its own, which waits for nobody: there the code is drawn ahead. */
const DESK = '(hover: hover) and (pointer: fine)';
const SETTLED_MS = 1500;

/** The page's QR code once it is needed, and the printing of the page, which waits for it. */
export function usePrint(url: string): { readonly qr: PageQr | null; readonly print: () => void } {
  const [qr, setQr] = useState<PageQr | null>(null);
  const [isAsked, ask] = useState(false);
  const draws = useRef(false);
  const draw = () => {
    if (draws.current) return;
    draws.current = true;
    loadQr().then(
      (make) => {
        const code = make(url);
        setQr({ side: code.size + 2 * QUIET, path: qrPath(code) });
      },
      () => setQr({ side: 0, path: '' }),
    );
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
