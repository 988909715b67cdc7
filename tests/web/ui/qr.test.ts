import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { loadQr, QUIET, qrPath } from '../../../web/ui/parts/qr-code.ts';

const ADDRESS = 'https://xiejiao.example.cn/s/410103900003788';
const ZOOM = 3;

/** Paints the rectangles of a path, and only what a path of ours may say: anything else throws. */
function paint(path: string, side: number): Uint8ClampedArray {
  const width = side * ZOOM;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)];
  expect(runs.map(([run]) => run).join('')).toBe(path);
  for (const [, x, y, length] of runs) {
    for (let down = 0; down < ZOOM; down++) {
      const at = ((Number(y) * ZOOM + down) * width + Number(x) * ZOOM) * 4;
      for (let along = 0; along < Number(length) * ZOOM; along++) pixels.fill(0, at + along * 4, at + along * 4 + 3);
    }
  }
  return pixels;
}

describe('a QR code', () => {
  test('drawn as one path is read back by another’s reader', async () => {
    const make = await loadQr();
    const code = make(ADDRESS);
    const side = code.size + 2 * QUIET;
    const pixels = paint(qrPath(code), side);
    expect(jsQR(pixels, side * ZOOM, side * ZOOM)?.data).toBe(ADDRESS);
  });

  test('keeps four clear squares on every side', async () => {
    const code = (await loadQr())(ADDRESS);
    const corners = [...qrPath(code).matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => ({
      left: Number(x),
      top: Number(y),
      right: Number(x) + Number(length),
    }));
    expect(Math.min(...corners.map(({ left }) => left))).toBe(4);
    expect(Math.min(...corners.map(({ top }) => top))).toBe(4);
    expect(Math.max(...corners.map(({ right }) => right))).toBe(code.size + 4);
    expect(Math.max(...corners.map(({ top }) => top))).toBe(code.size + 3);
  });
});
