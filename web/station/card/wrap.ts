/** Width of a text in the font at hand, in the picture's units. */
export type Measure = (text: string) => number;

/** A time, a number or a foreign word stays in one piece; a Chinese sign is a piece of its own. */
const PIECES = /[\w:.\-–+%/]+|\s+|\P{Cs}/gu;
/** May not begin a line; it hangs over the end of the one before. */
const CLOSING = /^[，。、；：！？）】》”’…]$/u;
/** May not end a line. */
const OPENING = /[（【《“‘]$/u;

/** The lines of a text as broad as `width` at most, broken as Chinese is. A closing mark may hang over by its own width. */
export function wrap(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const opening = OPENING.exec(line)?.[0] ?? '';
    const before = line.slice(0, line.length - opening.length).trim();
    // Nothing before it: in so narrow a column the opening mark stands alone.
    const done = before === '' ? line.trim() : before;
    if (done !== '') lines.push(done);
    line = before === '' ? '' : opening;
  };
  for (const piece of piecesOf(text, width, measure)) {
    if (line !== '' && !CLOSING.test(piece) && measure((line + piece).trim()) > width) end();
    line += line === '' ? piece.trimStart() : piece;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

/** What is wider than a line by itself has to be broken after all. */
function piecesOf(text: string, width: number, measure: Measure): readonly string[] {
  const pieces = text.match(PIECES) ?? [];
  return pieces.flatMap((piece) => (measure(piece) > width ? [...piece] : [piece]));
}
