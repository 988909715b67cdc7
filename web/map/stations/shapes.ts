import type { Look } from '../../ui/station/judge.ts';

/** One stroke or filling of a shape on the grid of 24. `dash` as in a canvas. */
type Part = { readonly d: string; readonly width: number | null; readonly dash?: readonly number[] };

/**
 * The five shapes as `ui/icons/icons.svg` draws them (a test compares): a canvas cannot ask the sprite for each mark.
 */
export const SHAPES: { readonly [look in Look]: readonly Part[] } = {
  open: [{ d: 'M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21zM7.5 18v-6.5a4.5 4.5 0 0 1 9 0V18z', width: null }],
  closing: [
    { d: 'M10.5 3v10.5H21A10 10 0 1 1 10.5 3z', width: null },
    { d: 'M14.5 2.6a9.3 9.3 0 0 1 6.9 6.9', width: 2.2, dash: [0.1, 4.8] },
  ],
  closed: [
    { d: 'M2.8 12a9.2 9.2 0 1 0 18.4 0a9.2 9.2 0 1 0 -18.4 0z', width: 2.6 },
    { d: 'M7 12h10', width: 3 },
  ],
  unknown: [
    { d: 'M12 1.8L22.2 12 12 22.2 1.8 12z', width: 2.2 },
    { d: 'M9.5 10a2.5 2.5 0 1 1 3.7 2.1c-.8.5-1.2.9-1.2 1.7', width: 2.2 },
    { d: 'M10.6 16.8a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0 -2.8 0z', width: null },
  ],
  suspended: [
    {
      d: 'M5 2.5h14A2.5 2.5 0 0 1 21.5 5v14a2.5 2.5 0 0 1-2.5 2.5H5A2.5 2.5 0 0 1 2.5 19V5A2.5 2.5 0 0 1 5 2.5zM7.8 7v10h2.9V7zM13.3 7v10h2.9V7z',
      width: null,
    },
  ],
};

/** Draws a shape in the current colour with its middle at 0, 0 and this many units wide. */
export function drawShape(to: CanvasRenderingContext2D, look: Look, size: number): void {
  to.save();
  to.scale(size / 24, size / 24);
  to.translate(-12, -12);
  to.lineCap = look === 'closed' ? 'butt' : 'round';
  to.lineJoin = 'round';
  for (const { d, width, dash } of SHAPES[look]) {
    const path = new Path2D(d);
    to.setLineDash(dash === undefined ? [] : [...dash]);
    if (width === null) to.fill(path, 'evenodd');
    else {
      to.lineWidth = width;
      to.stroke(path);
    }
  }
  to.restore();
}
