/** Cells of ledgers as clerks type them: full-width signs, stray spaces, line breaks, Excel's error words. */

/** What `cleanCell` changes inside a cell; most cells hold none of it. */
const UNUSUAL = /[\s\u200B\uFEFF\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF0E\uFF0D\uFF0B]/;

/** Full-width ASCII and the ideographic space to half width, line breaks to one space, ends trimmed. Chinese punctuation stays. */
export function cleanCell(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF0E\uFF0D\uFF0B]/g, (c) =>
      String.fromCharCode(c.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u3000\u00A0\u200B\uFEFF]/g, ' ')
    .replace(/[\r\n\t ]+/g, ' ')
    .trim();
}

const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '暂无',
  '空',
  'null',
  'NULL',
  'N/A',
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#NAME?',
]);

/** The cleaned text, or null where the cell says that there is nothing. */
export function cellText(text: string | undefined): string | null {
  const clean = cleanCell(text ?? '');
  return NOTHING.has(clean) ? null : clean;
}

/** `=SUM(A1)`, `+cmd|…`, `@…`: what a spreadsheet would run, also behind the sign that kept it from running. A leading minus or plus before a number is only a number. */
export function isFormula(text: string): boolean {
  return /^'?[=@]/.test(text) || /^'?[+-][^\d.\s]/.test(text);
}

/** Signs a database or a page cannot take: control signs and lone halves of characters; line breaks and tabs stay. */
const UNFIT = /\p{Cc}|\p{Cs}|\uFFFE|\uFFFF/gu;

/** Whether to look at all: most cells hold nothing of it, and a plain look is ten times cheaper. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs looked for
const PERHAPS_UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]/;

export function fitCell(text: string): string {
  if (!PERHAPS_UNFIT.test(text)) return text;
  return text.replace(UNFIT, (sign) => (sign === '\n' || sign === '\r' || sign === '\t' ? sign : ''));
}

/** The cells of a row as one text, and back. */
export function joinCells(cells: readonly string[]): string {
  return JSON.stringify(cells);
}

export function splitCells(joined: string): readonly string[] {
  const cells: string[] = JSON.parse(joined);
  return cells;
}
