import { columnLetters } from '../ledgers/book.ts';

/** The cells of a row: text, a number, or nothing. */
export type BodyRow = readonly (string | number | null)[];

/**
 * A sheet whose row `sample` (from 1, its last) is replaced by rows that look like it: column by column the sample's style
 * (ECMA-376, 18.3.1.4). Texts stand in their cells, not in the workbook's shared list. Row by row: as one text the sheet of a table by
 * county would be twenty megabytes.
 */
export function* withRows(xml: string, sample: number, rows: Iterable<BodyRow>): Generator<string> {
  const from = xml.indexOf(`<row r="${sample}"`);
  const to = xml.indexOf('</row>', from) + '</row>'.length;
  if (from < 0 || to < from) throw new Error(`a sheet without row ${sample}`);
  const styles = stylesOf(xml.slice(from, to));
  const letters = styles.map((_, column) => columnLetters(column));
  yield xml.slice(0, from);
  let row = sample;
  for (const cells of rows) {
    let text = `<row r="${row}">`;
    for (const [column, value] of cells.entries()) {
      text += cellXml(value, `${letters[column] ?? columnLetters(column)}${row}`, styles[column] ?? '');
    }
    yield `${text}</row>`;
    row += 1;
  }
  yield xml.slice(to);
}

/** ` s="3"` for every cell of the sample, or nothing. */
function stylesOf(row: string): readonly string[] {
  return [...row.matchAll(/<c r="[A-Z]+\d+"([^>]*)>/g)].map(([, attributes = '']) => {
    const style = /\bs="(\d+)"/.exec(attributes)?.[1];
    return style === undefined ? '' : ` s="${style}"`;
  });
}

function cellXml(value: string | number | null, place: string, style: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${place}"${style}><v>${value}</v></c>`;
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

/** Signs XML has no place for are left out. */
function xmlText(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}
