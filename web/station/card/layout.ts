import type { CardFacts } from './facts.ts';
import { wrap } from './wrap.ts';

/** Of a text: size in the picture's units, and how heavy. */
export type Font = { readonly size: number; readonly weight: 400 | 600 | 700 };
export type Ink = 'ink' | 'soft' | 'go' | 'onGo' | 'goSoft' | 'paper' | 'white' | 'line';

/** One stroke of the picture. `y` of a text is its middle. */
export type Stroke =
  | { readonly kind: 'text'; readonly text: string; readonly at: Spot; readonly font: Font; readonly ink: Ink }
  | { readonly kind: 'box'; readonly box: Box; readonly ink: Ink; readonly radius: number }
  | { readonly kind: 'dashes'; readonly box: Box; readonly ink: Ink }
  | { readonly kind: 'logo'; readonly box: Box }
  | { readonly kind: 'qr'; readonly box: Box };

export type Spot = { readonly x: number; readonly y: number };
export type Box = Spot & { readonly width: number; readonly height: number };
export type Layout = { readonly width: number; readonly height: number; readonly strokes: readonly Stroke[] };

/** Width of a text in a font. */
export type MeasureIn = (text: string, font: Font) => number;

const WIDTH = 1080;
const SIDE = 72;
const INNER = WIDTH - 2 * SIDE;
const LABEL = 156;
const HEAD = 220;
const QR = 410;

const NAME: Font = { size: 76, weight: 700 };
const TEXT: Font = { size: 42, weight: 600 };
const SMALL: Font = { size: 34, weight: 400 };
const CODE: Font = { size: 46, weight: 700 };

/** Where everything stands on the picture; it grows downwards with what there is to say. */
export function layoutCard(facts: CardFacts, measure: MeasureIn): Layout {
  const page: Page = { strokes: [], y: HEAD + 56, measure };
  head(page, facts);
  lines(page, facts.name, { font: NAME, x: SIDE, width: INNER, leading: 96 });
  page.y += 28;
  for (const row of facts.rows) {
    write(page, { text: row.label, at: { x: SIDE, y: page.y + 30 }, font: SMALL, ink: 'soft' });
    lines(page, row.text, { font: TEXT, x: SIDE + LABEL, width: INNER - LABEL, leading: 60 });
    page.y += 14;
  }
  if (facts.things.length > 0) things(page, facts.things);
  foot(page, facts);
  const back: Stroke = { kind: 'box', box: { x: 0, y: 0, width: WIDTH, height: page.y }, ink: 'paper', radius: 0 };
  return { width: WIDTH, height: page.y, strokes: [back, ...page.strokes] };
}

type Page = { readonly strokes: Stroke[]; y: number; readonly measure: MeasureIn };

type Written = { readonly text: string; readonly at: Spot; readonly font: Font; readonly ink: Ink };

function write(page: Page, written: Written): void {
  page.strokes.push({ kind: 'text', ...written });
}

function head(page: Page, { isSynthetic }: CardFacts): void {
  page.strokes.push({ kind: 'box', box: { x: 0, y: 0, width: WIDTH, height: HEAD }, ink: 'go', radius: 0 });
  page.strokes.push({ kind: 'logo', box: { x: SIDE - 8, y: 46, width: 128, height: 128 } });
  write(page, { text: '工会驿站', at: { x: 232, y: 88 }, font: { size: 68, weight: 700 }, ink: 'onGo' });
  write(page, { text: '户外劳动者，进来歇歇脚', at: { x: 234, y: 158 }, font: SMALL, ink: 'onGo' });
  if (isSynthetic) stamp(page, '示例数据');
}

/** In the corner that is seen first, dashed as on every screen. */
function stamp(page: Page, text: string): void {
  const font: Font = { size: 36, weight: 700 };
  const width = page.measure(text, font) + 40;
  const box: Box = { x: WIDTH - SIDE - width, y: 56, width, height: 64 };
  page.strokes.push({ kind: 'dashes', box, ink: 'onGo' });
  write(page, { text, at: { x: box.x + 20, y: box.y + 33 }, font, ink: 'onGo' });
}

type Column = { readonly font: Font; readonly x: number; readonly width: number; readonly leading: number };

function lines(page: Page, text: string, { font, x, width, leading }: Column): void {
  for (const line of wrap(text, width, (part) => page.measure(part, font))) {
    write(page, { text: line, at: { x, y: page.y + leading / 2 }, font, ink: 'ink' });
    page.y += leading;
  }
}

function things(page: Page, words: readonly string[]): void {
  const font: Font = { size: 38, weight: 600 };
  const [height, gap] = [68, 16];
  let x = SIDE;
  page.y += 14;
  for (const word of words) {
    const width = page.measure(word, font) + 44;
    if (x > SIDE && x + width > WIDTH - SIDE) {
      x = SIDE;
      page.y += height + gap;
    }
    page.strokes.push({ kind: 'box', box: { x, y: page.y, width, height }, ink: 'goSoft', radius: 14 });
    write(page, { text: word, at: { x: x + 22, y: page.y + height / 2 + 1 }, font, ink: 'go' });
    x += width + gap;
  }
  page.y += height + 14;
}

function foot(page: Page, { code, isSynthetic }: CardFacts): void {
  page.y += 24;
  page.strokes.push({ kind: 'box', box: { x: SIDE, y: page.y, width: INNER, height: 3 }, ink: 'line', radius: 0 });
  page.y += 40;
  const top = page.y;
  page.strokes.push({ kind: 'box', box: { x: SIDE, y: top, width: QR, height: QR }, ink: 'white', radius: 0 });
  page.strokes.push({ kind: 'qr', box: { x: SIDE, y: top, width: QR, height: QR } });
  const x = SIDE + QR + 44;
  write(page, { text: '扫一扫，看现在开不开', at: { x, y: top + 40 }, font: TEXT, ink: 'ink' });
  write(page, { text: '不用注册，不收集位置', at: { x, y: top + 98 }, font: SMALL, ink: 'soft' });
  write(page, { text: '站点编码', at: { x, y: top + 186 }, font: SMALL, ink: 'soft' });
  write(page, { text: code, at: { x, y: top + 240 }, font: CODE, ink: 'ink' });
  write(page, { text: '职工服务热线', at: { x, y: top + 328 }, font: SMALL, ink: 'soft' });
  write(page, { text: '12351', at: { x, y: top + 384 }, font: CODE, ink: 'ink' });
  page.y = top + QR + 48;
  if (!isSynthetic) return;
  write(page, { text: '示例数据，不是真的驿站，别照着去', at: { x: SIDE, y: page.y }, font: SMALL, ink: 'soft' });
  page.y += 48;
}
