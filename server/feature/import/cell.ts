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

/** `=SUM(A1)`, `+cmd|…`, `@…`: what a spreadsheet would run. A leading minus or plus before a number is only a number. */
export function isFormula(text: string): boolean {
  return /^[=@]/.test(text) || /^[+-][^\d.\s]/.test(text);
}

/** No cell holds it: files with a zero byte are refused, and a workbook is XML, which has no way to write one. */
const BETWEEN = '\0';

export function joinCells(cells: readonly string[]): string {
  return cells.join(BETWEEN);
}

export function splitCells(joined: string): readonly string[] {
  return joined.split(BETWEEN);
}
