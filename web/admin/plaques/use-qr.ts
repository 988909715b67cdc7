import { useEffect, useState } from 'react';
import { loadQr, QUIET, qrPath } from '../../ui/parts/qr-code.ts';

/** `side` in squares with the quiet zone. */
export type DrawnQr = { readonly side: number; readonly path: string };
export type DrawQr = (url: string) => DrawnQr;

/** What draws codes, once it is there; `failed`: it could not be fetched, and nothing is printed without it. */
export function useDrawQr(): DrawQr | 'failed' | null {
  const [draw, set] = useState<{ readonly draw: DrawQr } | 'failed' | null>(null);
  useEffect(() => {
    let isHere = true;
    loadQr().then(
      (make) => isHere && set({ draw: (url) => drawn(make, url) }),
      () => isHere && set('failed'),
    );
    return () => {
      isHere = false;
    };
  }, []);
  return draw === null || draw === 'failed' ? draw : draw.draw;
}

function drawn(make: Awaited<ReturnType<typeof loadQr>>, url: string): DrawnQr {
  const code = make(url);
  return { side: code.size + 2 * QUIET, path: qrPath(code) };
}
