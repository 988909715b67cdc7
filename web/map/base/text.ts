/** Letters stand this far apart, in parts of their size, so that a name spans its area. */
export const SPACING = 0.14;

export type Lettering = {
  readonly text: string;
  /** CSS pixels. */
  readonly size: number;
  /** Middle of the text. */
  readonly x: number;
  readonly y: number;
};

/** Parts of the size a letter takes: squares for Han, about half for digits. Not measured, so every painter lays out alike. */
function advance(letter: string): number {
  return /[\u2e80-\uffef]/.test(letter) ? 1 : letter === ' ' ? 0.28 : 0.58;
}

export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += (advance(letter) + SPACING) * size;
  return Math.max(0, width - SPACING * size);
}

/** The middle of every letter, from the left. */
export function letterPlaces({ text, size, x }: Lettering): readonly { readonly letter: string; readonly x: number }[] {
  let left = x - textWidth(text, size) / 2;
  return [...text].map((letter) => {
    const wide = advance(letter) * size;
    const middle = left + wide / 2;
    left += wide + SPACING * size;
    return { letter, x: middle };
  });
}

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export function textBox(lettering: Lettering): Box {
  const half = textWidth(lettering.text, lettering.size) / 2;
  const { x, y, size } = lettering;
  return { left: x - half, top: y - size * 0.6, right: x + half, bottom: y + size * 0.6 };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function padded({ left, top, right, bottom }: Box, air: number): Box {
  return { left: left - air, top: top - air, right: right + air, bottom: bottom + air };
}
