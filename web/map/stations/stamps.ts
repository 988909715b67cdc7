import type { Look } from '../../ui/station/judge.ts';
import { bubbleText, type Tallied } from './crowd.ts';
import type { Palette } from './palette.ts';
import { drawShape } from './shapes.ts';

/** A picture made once and put down many times; its middle is the middle of what it shows. CSS pixels wide and high. */
export type Stamp = { readonly picture: HTMLCanvasElement; readonly width: number; readonly height: number };

const DISC = 32;
const SHAPE = 26;
const RING = 46;
const BUBBLE = 46;
/** Bubbles a view can hold are far fewer; the pictures of old counts are let go. */
const KEPT = 400;

/** Pictures of marks and bubbles in one theme at one sharpness. */
export class Stamps {
  private readonly kept = new Map<string, Stamp>();

  constructor(
    private readonly palette: Palette,
    private readonly sharpness: number,
  ) {}

  mark(look: Look): Stamp {
    return this.stamp(look, () => this.drawMark(look));
  }

  ring(): Stamp {
    return this.stamp('ring', () => this.drawRing());
  }

  bubble(tally: Tallied): Stamp {
    const text = bubbleText(tally);
    return this.stamp(`#${text}`, () => this.drawBubble(text, tally));
  }

  private stamp(key: string, make: () => Stamp): Stamp {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    if (this.kept.size > KEPT) this.kept.clear();
    const made = make();
    this.kept.set(key, made);
    return made;
  }

  private drawMark(look: Look): Stamp {
    const { mark, scale, isSun, edge } = this.palette;
    const { disc, shape } = mark[look];
    const size = DISC * scale;
    return this.draw(size + 4, size + 4, (to) => {
      circle(to, size / 2);
      to.fillStyle = disc;
      to.fill();
      if (isSun) outline(to, edge, 1.5);
      to.fillStyle = shape;
      to.strokeStyle = shape;
      drawShape(to, look, (look === 'open' ? SHAPE - 1 : SHAPE - 2) * scale);
    });
  }

  /** Around a chosen mark; ink inside a rim of card, so that it is seen on any ground. */
  private drawRing(): Stamp {
    const { ink, card, scale } = this.palette;
    const size = RING * scale;
    return this.draw(size + 8, size + 8, (to) => {
      circle(to, size / 2 - 1);
      outline(to, card, 6);
      outline(to, ink, 3);
    });
  }

  private drawBubble(text: string, { open, unknown }: Tallied): Stamp {
    const { palette } = this;
    const { fill, text: colour } = open > 0 ? palette.open : unknown > 0 ? palette.doubt : palette.shut;
    const high = (open > 0 ? BUBBLE + 3 : BUBBLE) * palette.scale;
    const font = `700 ${letterSize(text) * palette.scale}px ${palette.font}`;
    const wide = Math.max(high, this.widthOf(text, font) + 12 * palette.scale);
    return this.draw(wide + 8, high + 8, (to) => {
      pill(to, wide, high);
      to.fillStyle = fill;
      to.fill();
      if (open > 0) outline(to, palette.card, 3);
      else {
        if (unknown > 0) to.setLineDash([5, 4]);
        outline(to, unknown > 0 ? colour : palette.edge, 2);
        to.setLineDash([]);
      }
      to.fillStyle = colour;
      to.font = font;
      to.textAlign = 'center';
      to.textBaseline = 'middle';
      to.fillText(text, 0, palette.scale);
    });
  }

  private widthOf(text: string, font: string): number {
    const to = document.createElement('canvas').getContext('2d');
    if (to === null) return 0;
    to.font = font;
    return to.measureText(text).width;
  }

  private draw(width: number, height: number, paint: (to: CanvasRenderingContext2D) => void): Stamp {
    const picture = document.createElement('canvas');
    picture.width = Math.ceil(width * this.sharpness);
    picture.height = Math.ceil(height * this.sharpness);
    const to = picture.getContext('2d');
    if (to !== null) {
      to.scale(this.sharpness, this.sharpness);
      to.translate(width / 2, height / 2);
      paint(to);
    }
    return { picture, width: picture.width / this.sharpness, height: picture.height / this.sharpness };
  }
}

/** Long counts are set smaller, so that neighbours in full cells of 64 px hardly touch. */
function letterSize(text: string): number {
  if (text.length <= 3) return 18;
  return text.length === 4 ? 16 : 14;
}

function circle(to: CanvasRenderingContext2D, radius: number): void {
  to.beginPath();
  to.arc(0, 0, radius, 0, 2 * Math.PI);
}

/** A circle that grows sideways for long counts. */
function pill(to: CanvasRenderingContext2D, width: number, height: number): void {
  const radius = height / 2;
  const half = Math.max(0, width / 2 - radius);
  to.beginPath();
  to.arc(-half, 0, radius, Math.PI / 2, (3 * Math.PI) / 2);
  to.arc(half, 0, radius, (3 * Math.PI) / 2, Math.PI / 2);
  to.closePath();
}

function outline(to: CanvasRenderingContext2D, colour: string, width: number): void {
  to.strokeStyle = colour;
  to.lineWidth = width;
  to.stroke();
}
