import { loadQr, type QrCode, QUIET } from '../../ui/parts/qr-code.ts';
import type { CardFacts } from './facts.ts';
import { type Box, type Font, type Ink, layoutCard, type Stroke } from './layout.ts';

/** The picture is the same in every theme: it is looked at on other people's phones. */
const COLOURS: { readonly [ink in Ink]: string } = {
  ink: '#1e1a15',
  soft: '#453e35',
  go: '#0a4f43',
  onGo: '#ffffff',
  goSoft: '#d9eae1',
  paper: '#fffdf8',
  white: '#ffffff',
  line: '#1e1a15',
};
const STOOL = '#ffb27f';

/** The gate and the stool of the sign, in a square of 24. */
const GATE = 'M7.2 20.5A9.7 9.7 0 1 1 16.8 20.5';
const SEAT = 'M7.3 11.3h9.4v2.1H7.3zM8.9 13.4h2l-1 7.1H7.7zM15.1 13.4h-2l1 7.1h2.2zM9.6 16.1h4.8v1.3H9.4z';

/** The picture as PNG. Rejects where the browser gives no canvas or the QR code's code is not to be had. */
export async function drawCard(facts: CardFacts, canvas: HTMLCanvasElement): Promise<Blob> {
  const make = await loadQr();
  const brush = canvas.getContext('2d');
  if (brush === null) throw new Error('no canvas');
  const family = getComputedStyle(canvas.ownerDocument.documentElement).getPropertyValue('--font') || 'sans-serif';
  const fontOf = ({ size, weight }: Font) => `${weight} ${size}px ${family}`;
  const layout = layoutCard(facts, (text, font) => {
    brush.font = fontOf(font);
    return brush.measureText(text).width;
  });
  canvas.width = layout.width;
  canvas.height = layout.height;
  const code = make(facts.url);
  for (const stroke of layout.strokes) draw(brush, stroke, { fontOf, code });
  return png(canvas);
}

function png(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob === null ? fail(new Error('no picture')) : done(blob)), 'image/png');
  });
}

type Brush = CanvasRenderingContext2D;
type Means = { readonly fontOf: (font: Font) => string; readonly code: QrCode };

function draw(brush: Brush, stroke: Stroke, { fontOf, code }: Means): void {
  switch (stroke.kind) {
    case 'text':
      brush.font = fontOf(stroke.font);
      brush.textBaseline = 'middle';
      brush.fillStyle = COLOURS[stroke.ink];
      brush.fillText(stroke.text, stroke.at.x, stroke.at.y);
      return;
    case 'box':
      brush.fillStyle = COLOURS[stroke.ink];
      box(brush, stroke.box, stroke.radius);
      return;
    case 'dashes':
      brush.strokeStyle = COLOURS[stroke.ink];
      brush.lineWidth = 4;
      brush.setLineDash([14, 9]);
      brush.strokeRect(stroke.box.x, stroke.box.y, stroke.box.width, stroke.box.height);
      brush.setLineDash([]);
      return;
    case 'logo':
      logo(brush, stroke.box);
      return;
    case 'qr':
      qr(brush, stroke.box, code);
  }
}

/** `roundRect` is younger than the browsers we serve. */
function box(brush: Brush, { x, y, width, height }: Box, radius: number): void {
  if (radius === 0) {
    brush.fillRect(x, y, width, height);
    return;
  }
  const [right, bottom] = [x + width, y + height];
  brush.beginPath();
  brush.moveTo(x + radius, y);
  brush.arcTo(right, y, right, bottom, radius);
  brush.arcTo(right, bottom, x, bottom, radius);
  brush.arcTo(x, bottom, x, y, radius);
  brush.arcTo(x, y, right, y, radius);
  brush.fill();
}

function logo(brush: Brush, { x, y, width }: Box): void {
  brush.save();
  brush.translate(x, y);
  brush.scale(width / 24, width / 24);
  brush.lineWidth = 2.2;
  brush.lineCap = 'round';
  brush.strokeStyle = COLOURS.onGo;
  brush.stroke(new Path2D(GATE));
  brush.fillStyle = STOOL;
  brush.fill(new Path2D(SEAT));
  brush.restore();
}

/** Squares of whole points, so that their edges are sharp; what is left over widens the quiet zone. */
function qr(brush: Brush, { x, y, width }: Box, code: QrCode): void {
  const square = Math.max(1, Math.floor(width / (code.size + 2 * QUIET)));
  const edge = Math.floor((width - square * code.size) / 2);
  brush.fillStyle = '#000000';
  for (let row = 0; row < code.size; row++) {
    for (let column = 0; column < code.size; column++) {
      if (code.isDark(row, column)) brush.fillRect(x + edge + column * square, y + edge + row * square, square, square);
    }
  }
}
