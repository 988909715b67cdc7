import { useEffect, useState } from 'react';
import { loadQr, type QrCode, QUIET, qrPath } from './qr-code.ts';

type Props = {
  /** What a camera reads, a whole address. */
  text: string;
  /** What a screen reader says in its place. */
  label: string;
  /** Sets the width; the code is square and sharp at any size. */
  className?: string | undefined;
};

/**
 * A QR code as a drawing: black on white in every theme, with its quiet zone. Its place is kept while it loads; where it
 * cannot be had the place stays empty, so the address should stand beside it in letters.
 */
export function Qr({ text, label, className }: Props) {
  const code = useQr(text);
  const side = code === null ? 1 : code.size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      aria-busy={code === null}
      className={className}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      focusable="false"
    >
      <rect width={side} height={side} fill="#fff" />
      {code !== null && <path d={qrPath(code)} fill="#000" />}
    </svg>
  );
}

function useQr(text: string): QrCode | null {
  const [code, setCode] = useState<QrCode | null>(null);
  useEffect(() => {
    let alive = true;
    loadQr().then(
      (make) => alive && setCode(make(text)),
      () => alive && setCode(null),
    );
    return () => {
      alive = false;
    };
  }, [text]);
  return code;
}
