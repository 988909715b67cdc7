/** The squares of a QR code, row by row; `size` of them on a side, without the quiet zone. */
export type QrCode = { readonly size: number; isDark(row: number, column: number): boolean };

/** Clear squares that must stand on every side (ISO/IEC 18004), or readers do not find the code. */
export const QUIET = 4;

/** A sixth of the squares may be worn off a code of this kind. */
const LEVEL = 'M';

let maker: Promise<(text: string) => QrCode> | null = null;

/** The code's own code comes when the first one is wanted. Rejects when it can be had from nowhere; asked again, it tries again. */
export function loadQr(): Promise<(text: string) => QrCode> {
  maker ??= import('qrcode').then(
    ({ create }) =>
      (text) => {
        const { modules } = create(text, { errorCorrectionLevel: LEVEL });
        return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
      },
    (failed: unknown) => {
      maker = null;
      throw failed;
    },
  );
  return maker;
}

/** One SVG path of all dark squares, with the quiet zone before them: a rectangle for each run in a row. */
export function qrPath(code: QrCode): string {
  const parts: string[] = [];
  for (let row = 0; row < code.size; row++) {
    for (let column = 0; column < code.size; column++) {
      if (!code.isDark(row, column)) continue;
      const from = column;
      while (column + 1 < code.size && code.isDark(row, column + 1)) column++;
      const length = column - from + 1;
      parts.push(`M${from + QUIET} ${row + QUIET}h${length}v1h-${length}z`);
    }
  }
  return parts.join('');
}
